import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { authorised } from './kuroneko'
import { newOrder } from './orders'
import { go, said, test } from './people'

/** The ordinary operations, as a shop makes them on the page of one order. */

test('a shop ships and captures, is refused a cancellation and finds the way out', async ({ signedIn }) => {
  const page = await signedIn('shop')
  const order = await newOrder(page)
  await authorised(page, order)
  await go(page, `/orders/${order.number}`)

  await page.getByRole('link', { name: '配送ステータスを変更する' }).click()
  const slip = page.getByLabel('伝票番号', { exact: true })
  await slip.fill('123')
  await page.getByRole('button', { name: '確認', exact: true }).click()
  await expect(page.getByText('ヤマト運輸の伝票番号は12桁です')).toBeVisible()
  await slip.fill('４７１０-0234-5671')
  await expect(page.getByText('「471002345671」として登録します。')).toBeVisible()
  await page.getByRole('button', { name: '確認', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: '配送ステータスを変更してもよろしいですか?' })
  await question.getByRole('button', { name: '変更', exact: true }).click()
  await expect(said(page, '配送ステータスを更新しました')).toBeVisible()
  await expect(page.getByRole('cell', { name: '471002345671' })).toBeVisible()

  await page.getByRole('link', { name: '売上を確定する' }).click()
  await expect(page.getByText('送る伝票番号: 471002345671')).toBeVisible()
  await page.getByRole('button', { name: '売上を確定する' }).click()
  await expect(said(page, '売上を確定しました')).toBeVisible()

  await expect(page.getByRole('button', { name: 'キャンセルする' })).toBeDisabled()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('link', { name: '注文キャンセルへの変更を依頼' }).click()
  await expect(page.getByLabel('対象注文番号')).toHaveValue(order.number)
  await expect(page.getByLabel('クロネコ側のステータス').first()).toHaveValue('cancelled')
})
