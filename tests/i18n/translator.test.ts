import { describe, expect, it } from 'vitest'
import { languageOf, rememberLanguage, translator } from '~/i18n/translator.server'

function asked(headers: { cookie?: string; accept?: string }): Request {
  const set = new Headers()
  if (headers.cookie) set.set('Cookie', headers.cookie)
  if (headers.accept) set.set('Accept-Language', headers.accept)
  return new Request('http://mitame.test/', { headers: set })
}

describe('the language of a request', () => {
  it.each([
    [{}, 'ja'],
    [{ accept: 'ja,en;q=0.8' }, 'ja'],
    [{ accept: 'en-GB,en;q=0.9,ja;q=0.5' }, 'en'],
    [{ accept: 'EN' }, 'en'],
    [{ accept: 'eng' }, 'ja'],
    [{ accept: 'fr,en;q=0.9' }, 'ja'],
    [{ cookie: 'lang=en', accept: 'ja' }, 'en'],
    [{ cookie: 'a=b; lang=ja', accept: 'en' }, 'ja'],
    [{ cookie: 'slang=en' }, 'ja'],
    [{ cookie: 'lang=xx', accept: 'en' }, 'en'],
  ])('%j is answered in %s', (headers, language) => {
    expect(languageOf(asked(headers))).toBe(language)
  })

  it('is found again by the cookie that remembers it', () => {
    const [cookie = ''] = rememberLanguage('en').split(';')
    expect(languageOf(asked({ cookie, accept: 'ja' }))).toBe('en')
  })
})

describe('a translator', () => {
  it('speaks the language of its request, whatever others ask at the same time', () => {
    const japanese = translator(asked({}))
    const english = translator(asked({ cookie: 'lang=en' }))
    expect(japanese('states.applied')).toBe('反映済み')
    expect(english('states.applied')).toBe('Applied')
    expect(japanese('errors:notFound.title')).toBe('ページが見つかりません')
  })

  it('counts in both languages', () => {
    const japanese = translator(asked({}))
    const english = translator(asked({ cookie: 'lang=en' }))
    expect([1, 1200].map((count) => japanese('items', { count }))).toEqual(['1件', '1,200件'])
    expect([1, 1200].map((count) => english('items', { count }))).toEqual(['1 item', '1,200 items'])
  })
})
