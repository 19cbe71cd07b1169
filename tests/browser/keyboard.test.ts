import { expect } from '@playwright/test'
import { decisions } from './desk-work'
import { newOrders } from './orders'
import { alive, said, test } from './people'
import { filed } from './shop-work'

test('an agent works through the queue by keys alone', async ({ signedIn }) => {
  test.slow()
  const shop = await signedIn('shop')
  const orders = await newOrders(shop, [{}, {}])
  const references: string[] = []
  for (const { number } of orders) references.push(await filed(shop, number))
  const [first = '', second = ''] = references

  const page = await signedIn('agent')
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const at = (reference: string, panel = '') =>
    expect(page).toHaveURL(new RegExp(`/desk/${reference}\\?.*${panel && `do=${panel}`}$`))
  await page.goto('/desk?shop=hananoya')
  await alive(page)

  await test.step('j goes down the list and k up again, stops at the ends, and loses no quick press', async () => {
    const rows = page.getByRole('region', { name: '変更依頼の一覧' }).locator('ol').getByRole('link')
    const listed = (await rows.allTextContents()).map((text) => /MT-\d+-\d+/.exec(text)?.[0] ?? '')
    const [top = '', next = ''] = listed
    await press('j')
    await at(top)
    await press('k', 'j')
    await at(next)
    for (const _ of listed.slice(2)) await press('j')
    await at(listed.at(-1) ?? '')
    await press('j', 'k', 'k')
    await at(listed.at(-3) ?? '')
  })

  await test.step('Enter opens what has the focus', async () => {
    await page.goto('/desk?shop=hananoya')
    await alive(page)
    await page.getByRole('link', { name: new RegExp(first) }).focus()
    await press('Enter')
    await at(first)
    await expect(page.getByRole('heading', { name: orders[0]?.number })).toBeVisible()
  })

  await test.step('c claims, a only asks, Escape takes it back', async () => {
    await press('a', 'c')
    await expect(said(page, `${first}の担当になりました`)).toBeVisible()
    await expect(page).not.toHaveURL(/do=/)
    await press('a')
    await at(first, 'approve')
    await expect(page.getByText('この内容で反映しますか?')).toBeVisible()
    await press('Escape')
    await expect(page.getByText('この内容で反映しますか?')).toHaveCount(0)
    await expect(page.getByText('審査中').first()).toBeVisible()
  })

  await test.step('q opens the question with the cursor in it, where keys are letters', async () => {
    await press('q')
    const question = page.getByLabel('店舗への質問')
    await expect(question).toBeFocused()
    await page.keyboard.type('jkcaqrn?/')
    await expect(question).toHaveValue('jkcaqrn?/')
    await at(first, 'ask')
    await press('Escape')
    await expect(question).toHaveCount(0)
    await press('q')
    await expect(question).toHaveValue('jkcaqrn?/')
    await press('Escape')
    await expect(question).toHaveCount(0)
  })

  await test.step('a and Enter apply', async () => {
    await press('a')
    await expect(decisions(page).getByRole('button', { name: '反映する' })).toBeFocused()
    await press('Enter')
    await expect(said(page, `${first}を反映しました`)).toBeVisible()
  })

  await test.step('r needs its reason', async () => {
    await page.goto(`/desk/${second}?shop=hananoya`)
    await alive(page)
    await press('c')
    await expect(said(page, `${second}の担当になりました`)).toBeVisible()
    await press('r')
    await expect(page.getByLabel('却下の理由')).toBeFocused()
    await press('Tab', 'Tab', 'Enter')
    await expect(page.getByLabel('却下の理由')).toBeFocused()
    await page.keyboard.type('クロネコ側は実売上のままでした')
    await press('Tab', 'Tab', 'Enter')
    await expect(said(page, `${second}を却下しました`)).toBeVisible()
  })

  await test.step('n writes a note that the shop does not see', async () => {
    await press('n')
    await expect(page.getByLabel('内部メモ')).toBeFocused()
    await page.keyboard.type('店舗に電話で確認')
    await press('Tab', 'Tab', 'Enter')
    await expect(said(page, 'メモを保存しました')).toBeVisible()
    await shop.goto(`/requests/${second}`)
    await expect(shop.getByText('クロネコ側は実売上のままでした').first()).toBeVisible()
    await expect(shop.getByText('店舗に電話で確認')).toHaveCount(0)
  })

  await test.step('? lists the keys, and nothing else acts meanwhile', async () => {
    await press('?')
    const keys = page.getByRole('dialog', { name: 'キー操作' })
    await expect(keys).toBeVisible()
    const address = page.url()
    await press('j', 'n')
    await press('Escape')
    await expect(keys).toHaveCount(0)
    await expect(page).toHaveURL(address)
  })
})

test('keys with a modifier, and keys of whoever may not decide, do nothing', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const [order] = await newOrders(shop, [{}])
  const reference = await filed(shop, order?.number ?? '')
  const auditor = await signedIn('auditor')
  await auditor.goto(`/desk/${reference}`)
  await alive(auditor)
  for (const key of ['c', 'a', 'q', 'r']) await auditor.keyboard.press(key)
  await auditor.keyboard.press('?')
  await expect(auditor.getByRole('dialog')).toBeVisible()
  await expect(auditor).toHaveURL(`/desk/${reference}`)

  const agent = await signedIn('agent')
  await agent.goto(`/desk/${reference}`)
  await alive(agent)
  await agent.keyboard.press('Control+c')
  await agent.keyboard.press('?')
  await expect(agent.getByRole('dialog')).toBeVisible()
  await agent.reload()
  await expect(agent.getByText('受付済み').first()).toBeVisible()
})
