import type ja from '../ja/verify'
import type { Translation } from '../translation'

export default {
  title: 'Check a proof',
  lead: 'Checks proof files (.tlog-proof) of the audit log. The check is made on this page alone: no file is sent anywhere, and it works without a network.',
  input: {
    title: 'Proof files',
    drop: 'Drop files here',
    choose: 'Choose files',
    many: 'Several files can be checked at once.',
    paste: 'Paste the contents',
    pasted: 'Pasted contents',
    submit: 'Check',
  },
  keys: {
    title: 'Public keys you trust',
    label: 'Public keys (one a line)',
    served: 'The keys that the desk sent with this page are filled in.',
    compare:
      'If you do not belong to the desk, compare them with keys you received another way (a contract, a mail, on paper), or put those in. By the keys of this page alone, nobody can tell whether the whole page was replaced.',
    none: 'This page came without keys. Please enter the public key you received from the desk.',
    wrong: 'Not a public key: line {{lines}}.',
  },
  results: 'Results',
  clear: 'Clear the results',
  good: 'Proven',
  bad: 'Not proven',
  goodDetail: 'This record stands in the audit log “{{origin}}” exactly as shown below.',
  record: {
    title: 'What the record says',
    at: 'Time (Japan)',
    who: 'Role of the person',
    order: 'Order number',
    amount: 'Amount',
    reference: 'Request',
    change: 'Before → after',
    facts: 'Evidence and other facts',
    words: 'What was written',
    withheld: 'Something was written; it is not in this file.',
    place: 'Place',
    placeOf: 'No. {{seq}} of its chain, no. {{leaf, number}} of the whole log',
    text: 'The record’s exact text',
    hash: 'Hash (SHA-256)',
  },
  unknownAct: 'Act {{action}} (a kind of record newer than this page)',
  proven: {
    title: 'What is proven',
    included:
      'That a record of this content is among the first {{size, number}} of the audit log “{{origin}}”. Were a single character different, this would not be the result.',
    signed: 'That the key {{keys}} signed all of these {{size, number}} records as a whole.',
    words: 'That the words are those that were recorded.',
    witnessed: 'That an outside witness, {{name}}, saw this log as well, on {{at}} (Japan time).',
  },
  unproven: {
    title: 'What is not proven',
    later: 'What was recorded after this proof, and that the log goes on without gaps.',
    newest: 'That this is the latest state. It may have changed since.',
    truth: 'That what was recorded or written is true. What is proven is that it was recorded.',
    identity: 'Who is meant by an identifier (UUID) in the record. The log holds no names.',
    clock: 'That the time is right. It was taken from the clock of the desk’s server.',
    words_withheld: 'The words that this file does not contain.',
    unwitnessed:
      'That the desk shows nobody else another log. No outside witness signed; compare with checkpoints you keep yourself.',
  },
  unchecked: 'Signatures not checked, since their keys were not given: {{signers}}',
  faults: {
    malformed:
      'This cannot be read as a proof. It is another file, or was changed on its way (converted line ends or added spaces are changes too).',
    event: 'The record’s text does not have the format it should have.',
    checkpoint: 'The checkpoint cannot be read.',
    not_included:
      'The record is not in the log that was signed. Its text, its number or the proof has been changed.',
    signature: 'A signature is wrong. The checkpoint or the signature has been changed.',
    unknown_key:
      'Unknown key: no key that you trust has signed this. The file claims to be signed by {{signers}}. Everything else fits.',
    words: 'The words are not those that were recorded.',
  },
} satisfies Translation<typeof ja>
