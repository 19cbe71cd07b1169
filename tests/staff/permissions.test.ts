import { describe, expect, it } from 'vitest'
import { may, type Permission, permissions, type Role, roles } from '~/staff/permissions'

/** `design.md` §3, written out once more: a changed permission has to be changed here too, on purpose. */
const matrix: Record<Permission, Record<Role, boolean>> = {
  'requests.file': { merchant: true, agent: true, lead: true, auditor: false, admin: false },
  'requests.see': { merchant: true, agent: true, lead: true, auditor: true, admin: true },
  'orders.see': { merchant: true, agent: true, lead: true, auditor: true, admin: true },
  'orders.import': { merchant: true, agent: false, lead: false, auditor: false, admin: true },
  'orders.operate': { merchant: true, agent: false, lead: false, auditor: false, admin: false },
  'audit.see': { merchant: true, agent: true, lead: true, auditor: true, admin: true },
  'audit.export': { merchant: true, agent: true, lead: true, auditor: true, admin: true },
  'audit.exports_see': { merchant: false, agent: false, lead: false, auditor: true, admin: true },
  'audit.verify': { merchant: true, agent: true, lead: true, auditor: true, admin: true },
  'desk.see': { merchant: false, agent: true, lead: true, auditor: true, admin: true },
  'desk.decide': { merchant: false, agent: true, lead: true, auditor: false, admin: false },
  'desk.decide_second': { merchant: false, agent: false, lead: true, auditor: false, admin: false },
  'desk.override': { merchant: false, agent: false, lead: true, auditor: false, admin: false },
  'kuroneko.ask': { merchant: true, agent: true, lead: true, auditor: false, admin: false },
  'notes.see': { merchant: false, agent: true, lead: true, auditor: true, admin: true },
  'users.manage': { merchant: false, agent: false, lead: false, auditor: false, admin: true },
  'shops.manage': { merchant: false, agent: false, lead: false, auditor: false, admin: true },
  'audit.erase': { merchant: false, agent: false, lead: false, auditor: false, admin: true },
}

describe('who may do what', () => {
  it('leaves no permission out', () => {
    expect(Object.keys(matrix)).toEqual(Object.keys(permissions))
  })

  it.each(Object.entries(matrix) as [Permission, Record<Role, boolean>][])('%s', (permission, allowed) => {
    expect(Object.fromEntries(roles.map((role) => [role, may(role, permission)]))).toEqual(allowed)
  })
})
