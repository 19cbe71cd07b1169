import { StartRefused } from '~/platform/refused.server'
import { parseWhole, toBase64 } from '../bytes'
import { formatNote, parseNote, parseSignature, parseVkey, type Verifier, verifyNote } from '../note'
import { consistencyProof } from '../tree.server'
import { type Answer, post } from './post.server'
import { type Delivery, eachNew, NotDelivered, type Sink } from './sink'

/** A witness's clock may be ahead of ours by this many seconds. */
const ahead = 15 * 60

/**
 * Has each new checkpoint cosigned by an outside witness (C2SP tlog-witness, add-checkpoint). The witness remembers the
 * last tree it saw and signs only what continues it, so a history told twice has a signature for one telling only.
 */
export function witnessSink({ url, vkey }: { url: string; vkey: string }): Sink {
  const witness = witnessOf(vkey)
  return {
    name: `witness ${witness.name}`,
    wants: eachNew,
    async deliver(delivery) {
      const answer = await submit(url, delivery)
      if (answer.status !== 200) throw new NotDelivered(refusal(answer))
      await keepCosignature(witness, delivery, answer.body)
    },
  }
}

/** Throws `StartRefused` where it is no witness's key. */
function witnessOf(vkey: string): Verifier {
  const witness = parseVkey(vkey)
  if (witness?.type === 0x04) return witness
  throw new StartRefused(
    'config',
    '環境変数 AUDIT_WITNESSES の検証鍵を確認してください。',
    `AUDIT_WITNESSES: ${vkey} is not the key of a witness (type 0x04).`,
  )
}

/** Goes on from where we think the witness is; where it tells otherwise, once more from where it says. */
async function submit(url: string, delivery: Delivery): Promise<Answer> {
  const answer = await addCheckpoint(url, delivery, delivery.before)
  if (answer.status !== 409) return answer
  const seen = answer.contentType === 'text/x.tlog.size' ? parseWhole(answer.body.trimEnd()) : null
  if (seen === null) throw new NotDelivered('it answered 409 without a size')
  if (seen > delivery.checkpoint.size) {
    throw new NotDelivered(`it has seen ${seen} events of this log, which has ${delivery.checkpoint.size}`)
  }
  return addCheckpoint(url, delivery, seen)
}

async function addCheckpoint(
  url: string,
  { db, checkpoint: { size, note } }: Delivery,
  old: number,
): Promise<Answer> {
  const proof = await consistencyProof(db, old, size)
  const lines = [`old ${old}`, ...proof.map(toBase64), ''].map((line) => `${line}\n`)
  return post(`${url}/add-checkpoint`, lines.join('') + note)
}

function refusal({ status }: Answer): string {
  if (status === 404) return 'it does not know this log (404)'
  if (status === 403) return 'it does not know a key that signed (403)'
  if (status === 422) return 'it saw another history of this log before (422)'
  return `it answered ${status}`
}

async function keepCosignature(
  witness: Verifier,
  { db, checkpoint, now }: Delivery,
  body: string,
): Promise<void> {
  const own = parseNote(checkpoint.note)
  const lines = body.split('\n').filter((line) => parseSignature(line) !== null)
  const cosigned = own && parseNote(formatNote(own.text, lines))
  const [cosignature] = (cosigned && verifyNote(cosigned, [witness])) ?? []
  const seconds = now.getTime() / 1000
  if (!cosignature?.at || cosignature.at > seconds + ahead) {
    throw new NotDelivered('its answer holds no cosignature of its key')
  }
  const { line } = cosignature
  const row = { size: checkpoint.size, witness: witness.name, line, at: new Date(cosignature.at * 1000) }
  await db.cosignature.createMany({ data: [row], skipDuplicates: true })
}
