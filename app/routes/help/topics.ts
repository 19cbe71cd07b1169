import type { Role } from '~/staff/permissions'

/** The contents of the help, by who needs what. */

export const readers = ['shop', 'desk', 'audit'] as const
export type Reader = (typeof readers)[number]

type Topic = {
  to: string
  /** In the texts of `help:topics`. */
  word: 'statuses' | 'operations' | 'corrections' | 'savedCards' | 'codes' | 'rules' | 'audit' | 'verify'
  reader: Reader
  /** No page of Remix's: it is one file that works by itself. */
  apart?: true
}

export const topics: readonly Topic[] = [
  { to: '/help/statuses', word: 'statuses', reader: 'shop' },
  { to: '/help/operations', word: 'operations', reader: 'shop' },
  { to: '/help/corrections', word: 'corrections', reader: 'shop' },
  { to: '/help/saved-cards', word: 'savedCards', reader: 'shop' },
  { to: '/help/codes', word: 'codes', reader: 'shop' },
  { to: '/help/rules', word: 'rules', reader: 'desk' },
  { to: '/help/audit', word: 'audit', reader: 'audit' },
  { to: '/verify', word: 'verify', reader: 'audit', apart: true },
]

const ownGroup: Record<Role, Reader> = {
  merchant: 'shop',
  agent: 'desk',
  lead: 'desk',
  admin: 'desk',
  auditor: 'audit',
}

/** The groups, a person's own first. */
export function readersFor(role: Role): Reader[] {
  const own = ownGroup[role]
  return [own, ...readers.filter((reader) => reader !== own)]
}
