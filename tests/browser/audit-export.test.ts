import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { newOrder } from './orders'
import { go, test } from './people'

/** The errand of issue 6: 決済完了 → 注文キャンセル of more than ¥100,000, as a file. */
test('an auditor exports the large cancellations, and the export is recorded', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const { number } = await newOrder(shop, { payment: '決済完了', shipping: '配送完了', amount: 250_000 })
  // The platform's next file says that it was cancelled.
  await newOrder(shop, { number, payment: '注文キャンセル', shipping: 'キャンセル', amount: 250_000 })
  const small = await newOrder(shop, { payment: '決済完了', amount: 99_999 })
  await newOrder(shop, { ...small, payment: '注文キャンセル' })

  const page = await signedIn('auditor')
  await go(page, '/audit')
  await page.getByLabel('決済（変更前）').selectOption('決済完了')
  await page.getByLabel('決済（変更後）').selectOption('注文キャンセル')
  await page.getByLabel('金額（以上）').fill('１００，０００')
  await page.getByRole('button', { name: '今月' }).click()
  await expect(page.getByRole('link', { name: /^決済 決済完了 → 注文キャンセル/ })).toBeVisible()
  await page.getByRole('link', { name: '書き出す' }).click()
  await expect(page.getByRole('heading', { name: '監査ログの書き出し' })).toBeVisible()
  await expect(page.getByText('決済 決済完了 → 注文キャンセル')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '書き出す' }).click()
  await expect(page.getByText('ダウンロードを始めました')).toBeVisible()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^mitame-audit-\d{6}01-\d{8}\.csv$/)
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
