import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { claim, considerApproving, open, pressApprove } from './desk-work'
import { csvOf, newOrder, type Ordered } from './orders'
import { said, test } from './people'
import { filed } from './shop-work'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')

/** The platform's newest file, brought in at the machine itself while everything runs. */
async function theShopChanges(order: Ordered): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mitame-orders-'))
  const path = join(folder, 'orders.csv')
  await writeFile(path, csvOf([order]))
  const { DATABASE_URL, DATABASE_OWNER_URL, ...inherited } = process.env
  const env = { ...inherited, MITAME_HOME: process.env.MITAME_TEST_HOME, PORT: process.env.MITAME_TEST_PORT }
  const command = ['--import', 'tsx', 'app/cli/mitame.ts', 'import', path, '--shop', 'hananoya']
  const { stdout } = await run(process.execPath, command, { cwd: ROOT, env })
  expect(stdout).toContain('変更 1')
  await rm(folder, { recursive: true })
}

test('of two reviewers who press at once one applies it, and the other learns who did and when', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  const reference = await filed(shop, (await newOrder(shop)).number)
  const agent = await signedIn('agent')
  const lead = await signedIn('lead')
  await open(agent, reference)
  await claim(agent)
  await open(lead, reference)
  for (const reviewer of [agent, lead]) await considerApproving(reviewer)

  await Promise.all([pressApprove(agent), pressApprove(lead)])
  const late = (reviewer: typeof agent) =>
    reviewer
      .getByRole('alert')
      .filter({ hasText: '先にほかの人が対応したため、この操作は行いませんでした。' })
  await expect(said(agent, 'を反映しました').or(late(agent))).toBeVisible()
  await expect(said(lead, 'を反映しました').or(late(lead))).toBeVisible()

  const agentIsLate = await late(agent).isVisible()
  const [winner, loser] = agentIsLate ? [lead, agent] : [agent, lead]
  const name = agentIsLate ? '窓口リーダー 山本' : '窓口 田中'
  await expect(said(winner, `${reference}を反映しました`)).toBeVisible()
  await expect(late(loser)).toContainText(
    new RegExp(
      `${name}さんが\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\dに対応しました。現在の状態は「反映済み」です。`,
    ),
  )
  await expect(loser.getByText('反映しました', { exact: true })).toBeVisible()
  await winner.goto(`/desk/${reference}`)
  await expect(winner.getByText('が見た目上のステータス変更を反映しました')).toHaveCount(1)
})

test('an order that moves while its request is read is not changed, and the second try is for what stands there', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  const order = await newOrder(shop, { amount: 5200 })
  const reference = await filed(shop, order.number)
  const agent = await signedIn('agent')
  await open(agent, reference)
  await claim(agent)
  await considerApproving(agent)

  await theShopChanges({ ...order, shipping: '配送完了', amount: 5500 })
  await pressApprove(agent)
  const told = agent.getByRole('alert')
  await expect(told).toContainText('確認している間に注文が変わったため、反映しませんでした。')
  await expect(told).toContainText('配送ステータス: 確認時 未配送 → 現在 配送完了')
  await expect(told).toContainText(/金額: 確認時 \D*5,200\D* → 現在 \D*5,500/)
  const applied = shop.getByText('が見た目上のステータス変更を反映しました')
  await shop.goto(`/audit/orders/${order.number}`)
  await expect(shop.getByText('がステータスの更新を取り込みました')).toBeVisible()
  await expect(applied).toHaveCount(0)

  await expect(agent.getByText('この内容で反映しますか?')).toBeVisible()
  await pressApprove(agent)
  await expect(said(agent, `${reference}を反映しました`)).toBeVisible()
  await shop.reload()
  await expect(applied).toHaveCount(1)
})

test('what one reviewer claims the other sees taken, and may take over', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const reference = await filed(shop, (await newOrder(shop)).number)
  const agent = await signedIn('agent')
  const lead = await signedIn('lead')
  await open(lead, reference)
  await open(agent, reference)
  await claim(agent)
  await lead.reload()
  await expect(lead.getByText('窓口 田中').first()).toBeVisible()
  await lead.getByRole('button', { name: '担当を引き継ぐ' }).click()
  await expect(said(lead, `${reference}の担当になりました`)).toBeVisible()
  await agent.reload()
  await expect(agent.getByRole('button', { name: '担当を外す' })).toHaveCount(0)
})
