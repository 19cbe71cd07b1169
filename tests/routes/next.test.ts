import { describe, expect, it } from 'vitest'
import { safeNext } from '~/routes/next'

describe('where signing in leads', () => {
  it.each([
    ['/', '/'],
    ['/requests/new', '/requests/new'],
    ['/orders?status=captured&q=%E5%8F%96%E6%B6%88', '/orders?status=captured&q=%E5%8F%96%E6%B6%88'],
    ['/desk/MT-2026-000123#history', '/desk/MT-2026-000123#history'],
    ['/%2F%2Fevil.test', '/%2F%2Fevil.test'],
    ['/orders/https://evil.test', '/orders/https://evil.test'],
  ])('%s is a page of this site', (wanted, led) => {
    expect(safeNext(wanted)).toBe(led)
  })

  it.each([
    null,
    undefined,
    '',
    'requests',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    '/.//evil.test',
    '/requests/..//evil.test',
    '/%2e//evil.test',
    'https://evil.test',
    'https:evil.test',
    'javascript:alert(1)',
    '%2F%2Fevil.test',
    ' //evil.test',
    '/sign-in?next=/sign-in',
    '/sign-in/code',
    '/sign-out',
  ])('%j leads to the start page', (wanted) => {
    expect(safeNext(wanted)).toBe('/')
  })
})
