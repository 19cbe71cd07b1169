import { text } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { withoutNul } from '~/platform/http/without-nul.server'

it('keeps every character of a Japanese page whole', async () => {
  const words = Array.from({ length: 400 }, (_, i) => `${'x'.repeat(i % 7)}決済ステータス変更依頼`)
  const page = createElement(
    'ul',
    null,
    words.map((word, i) => createElement('li', { key: String(i) }, word)),
  )
  const { pipe } = renderToPipeableStream(page)
  const html = await text(pipe(withoutNul()))
  expect(html).toBe(`<ul>${words.map((word) => `<li>${word}</li>`).join('')}</ul>`)
})
