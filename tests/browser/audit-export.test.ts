import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { addDays, tokyoDay } from '../../app/platform/tokyo'
import { approveAsFirst, approveAsSecond, claim, open } from './desk-work'
import { newOrder } from './orders'
import { go, test } from './people'
import { filed } from './shop-work'

/** The errand of issue 6: 決済完了 → 注文キャンセル of more than ¥100,000, as a file. */
test('an auditor exports the large cancellations, and the export is recorded', async ({ signedIn }) => {
  test.slow()
  const shop = await signedIn('shop')
  const large = { payment: '決済完了', shipping: '配送完了', amount: 250_000 } as const
  const { number } = await newOrder(shop, large)
  const reference = await filed(shop, number)
  const [agent, lead] = [await signedIn('agent'), await signedIn('lead')]
  await open(agent, reference)
  await claim(agent)
  await approveAsFirst(agent)
  await open(lead, reference)
  await approveAsSecond(lead)

  const page = await signedIn('auditor')
  await go(page, '/audit')
  await page.getByLabel('期間（から）').fill(addDays(tokyoDay(new Date()), -31))
  await page.getByLabel('決済（変更前）').selectOption('決済完了')
  await page.getByLabel('決済（変更後）').selectOption('注文キャンセル')
  await page.getByLabel('金額（以上）').fill('１００，０００')
  await page.getByRole('button', { name: '探す' }).click()
  await page.getByRole('link', { name: '書き出す' }).click()
  await expect(page.getByText('決済 決済完了 → 注文キャンセル').first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '書き出す' }).click()
  await expect(page.getByText('ダウンロードを始めました')).toBeVisible()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^mitame-audit-\d{8}\.csv$/)
  const rows: Record<string, string>[] = parse(await readFile(await file.path()), {
    columns: true,
    bom: true,
  })
  expect(rows.map((row) => row.注文番号)).toContain(number)
  for (const row of rows) {
    expect(row).toMatchObject({ '決済（変更前）': '決済完了', '決済（変更後）': '注文キャンセル' })
    expect(Number(row['金額（円）'])).toBeGreaterThanOrEqual(100_000)
  }
  const newest = page.getByRole('table', { name: '書き出しの記録' }).getByRole('row').nth(1)
  await expect(newest).toContainText(`${rows.length}件`)
  await expect(newest).toContainText('完了')
})
