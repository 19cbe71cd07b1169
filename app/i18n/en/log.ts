import type ja from '~/i18n/ja/log'
import type { Translation } from '~/i18n/translation'

export default {
  mail: {
    subject: 'Audit log checkpoint {{day}} ({{size, number}} events)',
    words:
      'The checkpoint of the audit log of {{day}}: {{size, number}} events in all, {{added, number}} more than the last one.\n' +
      'Please keep this mail. Should anything be rewritten or removed later, npm run mitame -- audit verify --checkpoint FILE finds it.',
  },
  keys: {
    title: 'Public keys of the audit log',
    lead: 'Every event, from filing to applying, is sealed into a tree of hashes within a minute, and the root of that tree is signed with the keys below. Changing a single character of the record no longer fits a root that was signed.',
    none: 'There is no key yet. It appears here once the first event is sealed.',
    origin: 'Name of the log (origin)',
    now: 'Signing now',
    before: 'Earlier key',
    since: 'Since',
    copy: 'Copy the key',
    copied: 'Copied',
    howTitle: 'How to check',
    how: {
      elsewhere:
        'Get the key by another way as well and compare (mail, contract, paper). This page alone cannot tell you of somebody who rewrote this page.',
      offline:
        'A proof file downloaded from the history can be checked with the key alone, without a connection to this server.',
      older: 'With an older checkpoint in your hands you can check that a newer one continues it.',
    },
    verify: 'Check a proof file',
    checkpoint: 'Newest checkpoint',
    format:
      'docs/audit-log.md describes the format exactly enough to write a checker in another language (C2SP tlog-checkpoint, tlog-tiles, RFC 6962).',
  },
} satisfies Translation<typeof ja>
