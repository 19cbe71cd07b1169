import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { test } from './people'

/** What the platform's download looks like: its own columns, Windows' encoding, one line that somebody broke. */
function download(number: string) {
  const text = `日付,注文時間,注文番号,会社名,決済ステータス,配送ステータス,合計金額,伝票番号,配送業者
2026/11/04,09:12,${number},,仮売上,未配送,"12,100",,
2026/11/04,09:12,${number},,仮売上,配送完了,"12,100",471002345671,ヤマト運輸
2026/11/04,10:20,${number}X,花のや,売上済,未配送,800,,
`
  return { name: '受注.csv', mimeType: 'text/csv', buffer: iconv.encode(text, 'cp932') }
}

async function noViolations(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
}

async function importFile(page: Page, number: string) {
  await page.goto('/orders/import')
  await page.getByLabel('受注CSV').setInputFiles(download(number))
  await page.getByRole('button', { name: '内容を確認する' }).click()
  await expect(page.getByText('受注.csv の確認結果')).toBeVisible()
  await expect(page.getByText('3行・文字コード Shift_JIS (CP932)')).toBeVisible()
}

test('a merchant checks a file, imports it and finds the order', async ({ signedIn }) => {
  const page = await signedIn('otherShop')
  await importFile(page, 'P2611040912BROWSER1')
  await noViolations(page)
  await page.getByRole('link', { name: /要確認のみ/ }).click()
  await expect(page.getByText('「決済完了」ではありませんか')).toBeVisible()
  await expect(page.getByText('P2611040912BROWSER1', { exact: true })).toBeHidden()

  await page.getByRole('button', { name: '1件を取り込む' }).click()
  await expect(page).toHaveURL(/\/orders$/)
  await expect(page.getByText('新規 1件、変更 0件、変更なし 0件、取り込めない 1件')).toBeVisible()

  await page.getByRole('searchbox').fill('ｐ2611040912browser1')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/\/orders\/P2611040912BROWSER1$/)
  await expect(page.getByRole('cell', { name: '471002345671' })).toBeVisible()
  await noViolations(page)
})

test('a filtered list has its address, and Back leads to it', async ({ signedIn }) => {
  const page = await signedIn('shop')
  await page.goto('/orders')
  await page.getByRole('combobox', { name: '決済ステータス' }).selectOption({ label: '仮売上' })
  await page.getByRole('button', { name: '絞り込む' }).click()
  await expect(page).toHaveURL(/payment=authorized/)
  await expect(page.getByRole('table').getByText('本日24:00まで')).toBeVisible()
  await noViolations(page)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByRole('link', { name: '見た目上のステータス変更を依頼' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('combobox', { name: '決済ステータス' })).toHaveValue('authorized')
})

test('the desk chooses the shop of a number that two shops have', async ({ signedIn }) => {
  const page = await signedIn('agent')
  await page.goto('/orders?shop=linne&shipping=shipped')
  const twin = page.getByRole('link', { name: /103000777310$/ })
  const number = (await twin.textContent()) ?? ''
  await page.goto(`/orders/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('どの店舗の注文ですか')
  await page.getByRole('link', { name: '北欧雑貨 リンネ' }).click()
  await expect(page).toHaveURL(/shop=linne$/)
  await expect(page.getByText('12,650円')).toBeVisible()
})

test("another shop's order answers as one that does not exist", async ({ signedIn }) => {
  const page = await signedIn('otherShop')
  for (const number of ['290341-0341812345', 'P0']) {
    const answer = await page.goto(`/orders/${number}`)
    expect(answer?.status()).toBe(404)
    const looked = await page.request.get(`/orders/lookup?number=${number}`)
    expect(await looked.json()).toEqual({ [number]: null })
    expect(looked.headers()['cache-control']).toBe('no-store')
  }
})

test.describe('without JavaScript', () => {
  test('a file is checked and imported', async ({ signedIn }) => {
    const page = await signedIn('otherShop', { javaScriptEnabled: false })
    await importFile(page, 'P2611040912BROWSER2')
    await page.getByRole('button', { name: '1件を取り込む' }).click()
    await expect(page).toHaveURL(/\/orders$/)
    await expect(page.getByText('新規 1件')).toBeVisible()
  })
})
