import { describe, expect, it } from 'vitest'
import { eventActions } from '~/audit/events'
import { sentenceKey } from '~/audit/sentences'
import { i18nFor } from '~/i18n/translator.server'

/** What happens by itself or to everybody alike; every other sentence names who acted. */
const nobody = [
  'order.received',
  'order.payment_begun',
  'order.authentication_asked',
  'order.authorized',
  'order.expired',
  'order.payment_failed',
  'order.call_unanswered',
  'order.drift_found',
  'order.drift_closed',
]

describe.each(['ja', 'en'] as const)('sentences in %s', (language) => {
  const t = i18nFor(language).getFixedT<['audit', 'common']>(null, ['audit', 'common'])
  const all = eventActions.flatMap((action) =>
    (['done', 'refused'] as const).map((outcome) => ({ action, outcome })),
  )

  it.each(all)('tell of $action $outcome', ({ action, outcome }) => {
    const text = t(sentenceKey({ action, outcome }), { actor: '花のや 佐藤' })
    expect(text).not.toContain('sentences')
    expect(text.includes('<b>花のや 佐藤</b>')).toBe(!nobody.includes(action))
  })

  it('are all different', () => {
    const texts = all.map((event) => t(sentenceKey(event), { actor: 'A' }))
    expect(new Set(texts).size).toBe(texts.length)
  })
})
