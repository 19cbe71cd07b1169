import { readFile, writeFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { newOrder } from './orders'
import { test } from './people'

async function hand(page: Page, name: string, content: Buffer): Promise<void> {
  await page.getByLabel('ファイルを選ぶ').setInputFiles({ name, mimeType: 'text/plain', buffer: content })
}

test('a shop downloads a proof, and anybody checks it without a network', async ({
  signedIn,
  browser,
}, testInfo) => {
  const shop = await signedIn('shop')
  const order = await newOrder(shop)
  await shop.goto(`/audit/orders/${order.number}`)
  const downloading = shop.waitForEvent('download')
  await shop.getByRole('button', { name: '証明（記録1）' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`${order.number}-e1.tlog-proof`)
  const proof = await readFile(await download.path())
  await shop.reload()
  await expect(shop.getByText('が記録の証明をダウンロードしました')).toBeVisible()

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(String(error)))
  const answer = await page.goto('/verify')
  const saved = testInfo.outputPath('verify.html')
  await writeFile(saved, (await answer?.body()) ?? '')
  await context.setOffline(true)
  for (const address of [null, `file://${saved}`]) {
    if (address) await page.goto(address)
    await hand(page, 'good.tlog-proof', proof)
    const good = page.getByRole('article', { name: 'good.tlog-proof' })
    await expect(good.getByRole('heading', { name: '証明されました' })).toBeVisible()
    await expect(good.getByText('注文を受け付けました')).toBeVisible()
    await expect(good.getByText(order.number, { exact: true })).toBeVisible()
    const changed = Buffer.from(proof)
    changed[100] = changed[100] === 65 ? 66 : 65
    await hand(page, 'changed.tlog-proof', changed)
    const bad = page.getByRole('article', { name: 'changed.tlog-proof' })
    await expect(bad.getByRole('heading', { name: '証明されません' })).toBeVisible()
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  expect(wrong).toEqual([])
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await context.close()
})
