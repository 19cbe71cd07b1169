import { House, Inbox, type LucideIcon, Package, ShieldCheck } from 'lucide-react'
import type ja from '~/i18n/ja/common'
import { may, type Role } from '~/staff/permissions'

/** How much waits behind a page of the navigation. */
export type NavCounts = { desk?: number; requests?: number }

export type NavEntry = {
  to: string
  word: Exclude<keyof (typeof ja)['nav'], 'label'>
  icon: LucideIcon
  count?: number
}

/** The main pages of one role, in order. */
export function navigationFor(role: Role, counts: NavCounts): NavEntry[] {
  const desk = may(role, 'desk.see')
  return [
    { to: '/', word: 'home', icon: House },
    desk
      ? { to: '/desk', word: 'desk', icon: Inbox, count: counts.desk }
      : { to: '/requests', word: 'requests', icon: Inbox, count: counts.requests },
    { to: '/orders', word: 'orders', icon: Package },
    { to: '/audit', word: desk ? 'audit' : 'history', icon: ShieldCheck },
  ]
}
