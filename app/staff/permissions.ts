/**
 * Who may do what, as one table (`design.md` §3). Pages, verbs and tests read it. "Own shop" is not said here: a
 * merchant's reads and writes are narrowed to the shop by `shopScope`.
 */

export const roles = ['merchant', 'agent', 'lead', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

const everyone = roles
const reviewers = ['agent', 'lead'] as const

export const permissions = {
  /** File, answer and withdraw; for staff on the shop's behalf, marked so. */
  'requests.file': ['merchant', 'agent', 'lead'],
  'requests.see': everyone,
  'orders.see': everyone,
  'orders.import': ['merchant', 'admin'],
  /** The ordinary operations, of the own shop. */
  'orders.operate': ['merchant'],
  'audit.see': everyone,
  /** Write what a search of the log shows to a file. */
  'audit.export': everyone,
  /** See everybody's exports, and not only one's own. */
  'audit.exports_see': ['auditor', 'admin'],
  /** Have the log verified: the whole, or for a merchant the own shop's orders. */
  'audit.verify': everyone,
  /** The queue and the review pages. Auditors and admins see, and decide nothing. */
  'desk.see': ['agent', 'lead', 'auditor', 'admin'],
  /** Claim, ask back, approve, return, reject. */
  'desk.decide': reviewers,
  'desk.decide_second': ['lead'],
  /** Approve in spite of a blocking finding, in writing and with a second person. */
  'desk.override': ['lead'],
  'kuroneko.ask': ['merchant', 'agent', 'lead'],
  'notes.see': ['agent', 'lead', 'auditor', 'admin'],
  'users.manage': ['admin'],
  'shops.manage': ['admin'],
  /** Erase what people wrote beside the audit log, for good and with a reason. */
  'audit.erase': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
