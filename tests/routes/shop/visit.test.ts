import type { AppLoadContext } from '@remix-run/node'
import { expect, it } from 'vitest'
import { type Config, readSettings } from '~/platform/config.server'
import { visitShop } from '~/routes/shop/front.server'
import { keeping, readVisit, type Visit } from '~/routes/shop/visit.server'

const config: Config = { ...readSettings({}), secret: 'a secret of at least thirty-two characters' }
const visit: Visit = {
  memberId: null,
  cart: { 'HN-100': 2 },
  buyer: { name: '架空 花子', email: 'hanako@example.com', phone: '03-0000-0001' },
  destinations: Array.from({ length: 4 }, () => ({
    ...{ name: '長'.repeat(20), postalCode: '100-0001', address: '東'.repeat(60) },
  })),
  chosen: { method: 'kuroneko_card', card: { card: 'new', save: true } },
  orders: Array.from({ length: 12 }, (_, at) => `P2611241200000000${at + 10}`),
}
const cookieOf = async (code: string) =>
  (await keeping(config, code, visit)).get('Set-Cookie')?.split(';')[0] ?? ''
const read = (code: string, cookie: string) =>
  readVisit(config, code, new Request('http://127.0.0.1/', { headers: { cookie } }))

it('comes back as it was kept, fits into a cookie, and can be read by nobody', async () => {
  const cookie = await cookieOf('hananoya')
  expect(await read('hananoya', cookie)).toEqual({ ...visit, orders: visit.orders.slice(-10) })
  expect(cookie.length).toBeLessThan(4_000)
  expect(Buffer.from(decodeURIComponent(cookie.split('=')[1] ?? ''), 'base64').toString()).not.toContain(
    'HN-100',
  )
})

it('is a new one where it was altered, or is another shop’s', async () => {
  const cookie = await cookieOf('hananoya')
  for (const [code, brought] of [
    ['linne', cookie],
    ['hananoya', `${cookie.slice(0, -12)}AAAA${cookie.slice(-8)}`],
    ['hananoya', 'shop=nonsense'],
  ] as const)
    expect(await read(code, brought)).toMatchObject({ memberId: null, cart: {}, buyer: null, orders: [] })
})

it('has no place beside a real database', async () => {
  const real = { ...config, database: { url: 'postgres://x', ownerUrl: 'postgres://x' } }
  // It is refused before anything else of the context is looked at.
  const context = { config: real } as AppLoadContext
  const request = new Request('http://127.0.0.1/shop/hananoya')
  await expect(visitShop({ context, request, params: { code: 'hananoya' } })).rejects.toMatchObject({
    status: 404,
  })
})
