import { expect, type Page } from '@playwright/test'
import { go, said } from './people'

/** What the desk's people do with a request. Each starts on the request's page and ends when the page says it is done. */

export async function open(page: Page, reference: string): Promise<void> {
  await go(page, `/desk/${reference}`)
}

export async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: '担当する' }).click()
  await expect(said(page, 'の担当になりました')).toBeVisible()
}

export async function ask(page: Page, words: string): Promise<void> {
  await decisions(page).getByRole('link', { name: '質問する' }).click()
  await page.getByLabel('店舗への質問').fill(words)
  await page.getByRole('button', { name: '質問を送る' }).click()
  await expect(said(page, 'の質問を店舗に送りました')).toBeVisible()
}

/** Opens the panel that says what will happen. */
export async function considerApproving(page: Page): Promise<void> {
  await decisions(page).getByRole('link', { name: '反映する' }).click()
  await expect(page.getByText('この内容で反映しますか?')).toBeVisible()
}

/** Presses the button of the panel; how that ends is for the caller to see. */
export async function pressApprove(page: Page): Promise<void> {
  await decisions(page).getByRole('button', { name: '反映する' }).click()
}

export async function approve(page: Page): Promise<void> {
  await considerApproving(page)
  await pressApprove(page)
  await expect(said(page, 'を反映しました')).toBeVisible()
}

export async function approveAsFirst(page: Page): Promise<void> {
  await decisions(page).getByRole('link', { name: '一人目として承認する' }).click()
  await expect(page.getByText('この内容を一人目として承認しますか?')).toBeVisible()
  await decisions(page).getByRole('button', { name: '一人目として承認する' }).click()
  await expect(said(page, '二人目の承認をお待ちください')).toBeVisible()
}

export async function approveAsSecond(page: Page): Promise<void> {
  await decisions(page).getByRole('link', { name: '承認して反映する' }).click()
  await decisions(page).getByRole('button', { name: '承認して反映する' }).click()
  await expect(said(page, 'を反映しました')).toBeVisible()
}

/** Where decisions are made. */
export function decisions(page: Page) {
  return page.getByRole('region', { name: '判断' })
}
