import { expect, type Page } from '@playwright/test'
import { demoShops } from '../../app/cli/demo/people'
import { operationNames } from '../../app/kuroneko/operations'
import type { Ordered } from './orders'

/** What happens at Kuroneko behind the desk's back: in the sandbox, by its protocol and on its admin page. */

const sandbox = `http://127.0.0.1:${process.env.KURONEKO_SANDBOX_PORT}`
const { hananoya, linne } = demoShops
/** The trader codes of the demo's two shops. */
export const traders = { shop: hananoya.traderCode, otherShop: linne.traderCode }

/** The buyer's card is authorised for the order. */
export async function authorised(
  page: Page,
  { number, amount }: Ordered,
  trader: string = traders.shop,
): Promise<void> {
  const token = await page.request.post(`${sandbox}/token`, { form: { trader_code: trader } })
  const form = {
    function_div: 'A08',
    trader_code: trader,
    device_div: '1',
    order_no: number,
    settle_price: String(amount),
    buyer_name_kanji: '黒猫花子',
    buyer_tel: '03-0000-0000',
    buyer_email: 'hanako@example.com',
    pay_way: '1',
    goods_name: '干菓子',
    card_code_api: '9',
    token: (await token.json()).token,
  }
  const answer = await page.request.post(`${sandbox}/api/credit/${operationNames.A08}`, { form })
  expect(await answer.text()).toContain('<returnCode>0</returnCode>')
}

/** The sale is captured there: another carrier's shipment is registered, under the order's own number. */
export async function captured(page: Page, number: string, trader: string = traders.shop): Promise<void> {
  const form = {
    function_div: 'E01',
    trader_code: trader,
    order_no: number,
    slip_no: number,
    delivery_service_code: '99',
  }
  const answer = await page.request.post(`${sandbox}/api/credit/${operationNames.E01}`, { form })
  expect(await answer.text()).toContain('<returnCode>0</returnCode>')
}

/** The merchant presses a button of Kuroneko's admin page. */
export async function pressAtKuroneko(page: Page, number: string, button: '取消' | '再与信'): Promise<void> {
  await page.goto(`${sandbox}/?number=${number}`)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('status')).toHaveText('処理しました。')
}

/** From now on Kuroneko does not answer about this order. */
export async function silent(page: Page, number: string): Promise<void> {
  const form = { kind: 'silent', order: number }
  const answer = await page.request.post(`${sandbox}/faults`, { form, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

/** And now it does again. */
export async function answersAgain(page: Page, number: string): Promise<void> {
  await page.goto(sandbox)
  const fault = page.locator('form').filter({ has: page.getByText(number, { exact: true }) })
  await fault.getByRole('button', { name: '解除' }).click()
  await expect(fault).toHaveCount(0)
}
