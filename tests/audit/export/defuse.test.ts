import { expect, it } from 'vitest'
import { defused } from '~/audit/export/defuse'

it.each([
  '=1+1',
  '=HYPERLINK("https://evil.test","見積書")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋１',
  '－1',
  '＠SUM(A1)',
  '−1',
  '﹣1',
  '+81-90-0000-0000',
  '-',
  '-1,200',
  '-1e5',
])('%j has an apostrophe before it', (text) => {
  expect(defused(text)).toBe(`'${text}`)
})

it.each([
  '',
  '-1200',
  '+12',
  '-0.5',
  '1+1',
  'P251104',
  ' =1+1',
  "'=1+1",
  '返金 =1+1',
  '&#x20BB7;',
  '、',
  '\u{20bb7}',
])('%j stays as it is', (text) => {
  expect(defused(text)).toBe(text)
})
