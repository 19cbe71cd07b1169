import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadConfig } from '~/platform/config.server'
import { action } from '~/routes/requests/assess'
import type { Desk } from '~/staff/desk.server'
import { anOrder, aWorld, type World } from '../../audit/world'
import { someJobs } from '../../jobs-double'
import { aKuroneko } from '../../kuroneko-double'
import { authOn } from '../../staff/browser-session'
import { noDownload } from '../no-download'

let world: World
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1', {}, null)
})
afterAll(() => world.close())

async function post(desk: Desk | null, fields: [string, string][]): Promise<Response> {
  const context: AppLoadContext = {
    desk,
    db: world.db,
    auth: authOn(world.db),
    kuroneko: aKuroneko(),
    jobs: someJobs(),
    download: noDownload,
    config: await loadConfig({ MITAME_SECRET: 'a secret of at least 32 characters' }),
    nonce: '',
    requestId: '',
    address: '',
  }
  const body = new URLSearchParams(fields)
  const request = new Request('http://127.0.0.1:3000/requests/assess', { method: 'POST', body })
  return action({ request, context, params: {} } satisfies ActionFunctionArgs)
}

it('answers for each number, and for a hundred at most', async () => {
  const many = Array.from({ length: 120 }, (_, place): [string, string] => ['number', `X${place}`])
  const answer = await post(world.merchant, [['number', 'P1'], ['anew', 'P1'], ...many])
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const seen = await answer.json()
  expect(Object.keys(seen)).toHaveLength(100)
  expect(seen).toMatchObject({ P1: { evidence: { statusInfo: 40 } }, X0: null })
})

it('is nothing for those who cannot file, and leads to the sign-in without a session', async () => {
  await expect(post(world.auditor, [['number', 'P1']])).rejects.toMatchObject({ status: 404 })
  await expect(post(null, [['number', 'P1']])).rejects.toMatchObject({ status: 302 })
})
