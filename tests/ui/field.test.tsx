import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, it } from 'vitest'
import { i18nFor } from '~/i18n/translator.server'
import { Select } from '~/ui/select'
import { TextField } from '~/ui/text-field'

function render(node: ReactNode): string {
  return renderToStaticMarkup(<I18nextProvider i18n={i18nFor('ja')}>{node}</I18nextProvider>)
}

it('ties a control to its label, its hint and its error', () => {
  const html = render(
    <TextField
      label="対象注文番号"
      name="orderNumber"
      hint="管理画面の番号"
      error="見つかりません。"
      required
    />,
  )
  expect(html).toContain('<label for="orderNumber"')
  expect(html).toMatch(/<input[^>]* id="orderNumber"/)
  expect(html).toContain('aria-describedby="orderNumber-hint orderNumber-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/id="orderNumber-error"[^>]*>.*見つかりません。/)
  expect(html).toContain('必須')
})

it('promises neither hint nor error where there is none', () => {
  const html = render(<TextField label="メモ" name="note" />)
  expect(html).not.toContain('aria-describedby=')
  expect(html).not.toContain('aria-invalid=')
  expect(html).not.toContain('必須')
})

it('tells two fields of the same name apart by their ids', () => {
  const options = [{ value: 'captured', label: '決済完了' }]
  const html = render(
    <Select label="決済" name="status" id="second-status" options={options} placeholder="選ぶ" error="×" />,
  )
  expect(html).toContain('<label for="second-status"')
  expect(html).toMatch(/<select[^>]* name="status"/)
  expect(html).toContain('aria-describedby="second-status-error"')
  expect(html).toMatch(/<option value=""[^>]*>選ぶ/)
})
