import { expect, type Page } from '@playwright/test'
import { formLabels } from '../../app/corrections/wishes'
import en from '../../app/i18n/en/requests'
import ja from '../../app/i18n/ja/requests'
import { newOrder, newOrders } from './orders'
import { go, test } from './people'
import { filed } from './shop-work'

type Name = keyof typeof formLabels

/** What is typed wrong, in both languages: the error stands at the field it is about, and the form keeps the rest. */
const languages = [
  { locale: 'ja-JP', texts: ja, send: (count: number) => `${count}件を依頼する`, add: ja.new.add },
  {
    locale: 'en-GB',
    texts: en,
    send: (count: number) => `File ${count} request${count > 1 ? 's' : ''}`,
    add: en.new.add,
  },
]

function field(page: Page, name: Name, place = 0) {
  return page.getByLabel(formLabels[name]).nth(place)
}

/** Fills one row in with codes, which are the same in every language. */
async function fillIn(page: Page, orderNumber: string, place = 0, more: Partial<Record<Name, string>> = {}) {
  const usual = {
    paymentStatus: 'cancelled',
    shippingStatus: 'unchanged',
    kuronekoStatus: 'cancelled',
    ...more,
  }
  await field(page, 'orderNumber', place).fill(orderNumber)
  for (const name of ['paymentStatus', 'shippingStatus', 'kuronekoStatus'] as const) {
    await field(page, name, place).selectOption(usual[name])
  }
  await field(page, 'reason', place).fill(more.reason ?? 'クロネコ側でキャンセル済みのため')
}

for (const { locale, texts, send, add } of languages) {
  const { error, order } = texts

  test(`what is wrong is said at its field, in ${locale}`, async ({ signedIn }) => {
    const page = await signedIn('shop', { locale })
    const press = (count = 1) => page.getByRole('button', { name: send(count) }).click()
    const expectAt = (name: Name, sentence: string, place = 0) =>
      expect(field(page, name, place)).toHaveAccessibleDescription(new RegExp(escaped(sentence)))
    const [good, taken] = await newOrders(page, [{}, {}])
    const number = good?.number ?? ''
    const reference = await filed(page, taken?.number ?? '')
    await go(page, '/requests/new')

    await test.step('an empty form', async () => {
      await press()
      await expect(page.getByRole('alert')).toBeFocused()
      await expectAt('orderNumber', error.number_required)
      await expectAt('paymentStatus', error.payment_required)
      await expectAt('shippingStatus', error.shipping_required)
      await expectAt('kuronekoStatus', error.claim_required)
      await expectAt('reason', error.reason_required)
      await page.getByRole('alert').getByRole('link', { name: error.reason_required }).click()
      await expect(field(page, 'reason')).toBeFocused()
    })

    await test.step('a number that nobody knows, which may still be filed', async () => {
      await fillIn(page, 'P990101000000000000')
      await expect(page.getByText(order.missing)).toBeVisible()
    })

    await test.step('an order that has a request already', async () => {
      await fillIn(page, taken?.number ?? '')
      await expectAt('orderNumber', error.already_open.replace('{{reference}}', reference))
      await press()
      await expect(page.getByRole('alert')).toContainText(reference)
      await expect(page).toHaveURL('/requests/new')
    })

    await test.step('a wish that changes nothing', async () => {
      await fillIn(page, number, 0, { paymentStatus: 'authorized' })
      await expectAt('paymentStatus', error.nothing_changes)
      await press()
      await expect(page.getByRole('alert')).toContainText(error.nothing_changes)
      await fillIn(page, number, 0, { paymentStatus: 'unchanged' })
      await press()
      await expectAt('paymentStatus', error.nothing_wished)
    })

    await test.step('a story that is too long', async () => {
      const story = '長'.repeat(2001)
      await fillIn(page, number, 0, { reason: story })
      await press()
      await expectAt('reason', error.reason_too_long)
      await expect(field(page, 'reason')).toHaveValue(story)
    })

    await test.step('one order twice', async () => {
      await fillIn(page, number)
      await page.getByRole('button', { name: add }).click()
      await fillIn(page, number.toLowerCase(), 1)
      await expectAt('orderNumber', error.twice, 1)
      await press(2)
      await expect(page.getByRole('alert')).toContainText(error.twice)
      await expect(page).toHaveURL('/requests/new')
    })
  })
}

test("another shop's number reads exactly like one that nobody has", async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const theirs = (await newOrder(shop)).number
  const other = await signedIn('otherShop')
  const seen: string[] = []
  for (const number of [theirs, `${theirs.slice(0, -3)}999`]) {
    await go(other, '/requests/new')
    await fillIn(other, number)
    await expect(other.getByText(ja.order.missing)).toBeVisible()
    // The verdict comes a moment later, beside the row and in the summary.
    await expect(other.getByText('この店舗に、この番号の注文が見つかりません。')).toHaveCount(2)
    const text = (await other.getByRole('main').textContent()) ?? ''
    seen.push(text.replaceAll(number, 'NUMBER'))
    await other.getByRole('button', { name: '1件を依頼する' }).click()
    await expect(other.getByText('この番号の注文は見つかっていません。')).toBeVisible()
    await other.request.post(new URL(other.url()).pathname, { form: { intent: 'withdraw' } })
  }
  expect(seen[0]).toBe(seen[1])
})

function escaped(sentence: string): string {
  return sentence.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
