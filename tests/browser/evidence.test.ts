import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { demoPassword } from '../../app/cli/demo/people'
import { approveAsFirst, approveAsSecond, claim, decisions, open } from './desk-work'
import { answersAgain, authorised, captured, silent } from './kuroneko'
import { newOrder } from './orders'
import { said, test } from './people'
import { filed } from './shop-work'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')

/** One pixel, as a picture of Kuroneko's admin. */
const picture = {
  name: '管理画面.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** A second lead, made at the machine itself as an administrator would. */
async function anotherLead(): Promise<string> {
  const email = `lead-${Date.now()}@mitame.test`
  const { DATABASE_URL, DATABASE_OWNER_URL, ...inherited } = process.env
  const env = { ...inherited, MITAME_HOME: process.env.MITAME_TEST_HOME, PORT: process.env.MITAME_TEST_PORT }
  const command = ['--import', 'tsx', 'app/cli/mitame.ts', 'user', 'create']
  const who = ['--email', email, '--name', '責任者 森', '--role', 'lead', '--password', demoPassword]
  await run(process.execPath, [...command, ...who], { cwd: ROOT, env })
  return email
}

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(demoPassword)
  await page.locator('input[type=password]').press('Enter')
  await expect(page).not.toHaveURL(/\/sign-in/)
}

test('a lead overrides what the rules say, in writing, and another lead has to agree', async ({
  signedIn,
  browser,
}) => {
  test.setTimeout(120_000)
  const shop = await signedIn('shop')
  const order = await newOrder(shop, { payment: '決済完了' })
  await authorised(shop, order)
  await captured(shop, order.number)
  const reference = await filed(shop, order.number)

  const agent = await signedIn('agent')
  await open(agent, reference)
  await claim(agent)
  await expect(agent.getByRole('strong').filter({ hasText: '反映できません' })).toBeVisible()
  await expect(agent.getByRole('main')).toContainText('購入者への請求が残ります')
  await expect(decisions(agent).getByRole('link', { name: /反映する|承認する/ })).toHaveCount(0)

  const lead = await signedIn('lead')
  await open(lead, reference)
  await decisions(lead).getByRole('link', { name: '理由を書いて承認する' }).click()
  await lead.getByLabel('指摘があっても承認する理由').fill('購入者には銀行振込で返金したことを確認しました。')
  await decisions(lead).getByRole('button', { name: '理由を書いて承認する' }).click()
  await expect(said(lead, '二人目の承認をお待ちください')).toBeVisible()
  await expect(decisions(lead).getByRole('link', { name: '承認して反映する' })).toHaveCount(0)

  const second = await (await browser.newContext()).newPage()
  await signInAs(second, await anotherLead())
  await open(second, reference)
  await expect(second.getByRole('main')).toContainText('銀行振込で返金したことを確認しました')
  await approveAsSecond(second)
  await second.goto(`/audit/orders/${order.number}`)
  await expect(second.getByRole('main')).toContainText('責任者が指摘を承知のうえで承認')
  await second.context().close()
})

test('while Kuroneko does not answer, filing and reviewing go on: a picture and two people', async ({
  signedIn,
}) => {
  test.setTimeout(120_000)
  const shop = await signedIn('shop')
  const order = await newOrder(shop, { payment: '決済完了' })
  await silent(shop, order.number)
  const reference = await filed(shop, order.number)

  const agent = await signedIn('agent')
  await open(agent, reference)
  await claim(agent)
  await expect(agent.getByRole('main')).toContainText('回答を得られませんでした')
  await agent.getByRole('link', { name: '管理画面の画像を添付する' }).click()
  await agent.getByLabel(/^画像\(PNG/).setInputFiles(picture)
  await agent.getByLabel('画像で確認した状態').selectOption({ label: '取消' })
  await agent.getByRole('button', { name: '1枚を添付する' }).click()
  await expect(said(agent, 'に画像を添付しました')).toBeVisible()
  await expect(agent.getByText('管理画面の画像による確認').first()).toBeVisible()

  const download = agent.waitForEvent('download')
  await agent.getByRole('link', { name: '画像を開く' }).click()
  expect((await download).suggestedFilename()).toBe(picture.name)

  await approveAsFirst(agent)
  const lead = await signedIn('lead')
  await open(lead, reference)
  await approveAsSecond(lead)
  await lead.goto(`/audit/orders/${order.number}`)
  await expect(lead.getByRole('main')).toContainText('がクロネコの管理画面の画像を添付しました')
  await answersAgain(lead, order.number)
})
