import type { Conflict as Late } from '~/corrections/act.server'
import type { Moved } from '~/corrections/content.server'
import { formatMinute } from '~/i18n/format'
import { useFormat, useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { type PaymentStatus, paymentLabels, type ShippingStatus, shippingLabels } from '~/orders/statuses'
import { VerdictBox } from '~/ui/verdict-box'
import type { FindingId } from '~/verdicts/rules'
import { FindingList } from '../verdict/finding-list'
import type { Decided } from './decide.server'

export type RefusedDecision = Extract<Decided, { ok: false }>

/** Why nothing was done: who was quicker, or what moved meanwhile. */
export function RefusalBox({ refused }: { refused: RefusedDecision }) {
  const { t } = useTranslation('desk')
  return (
    <div role="alert">
      <VerdictBox
        tone={refused.refusal === 'invalid' ? 'no' : 'look'}
        title={t(`refusal.${refused.refusal}`)}
      >
        {refused.refusal === 'conflict' && <Conflict refused={refused} />}
        {refused.refusal === 'stale' && <MovedList moved={refused.moved} />}
        {refused.refusal === 'blocked' && <FindingList findings={refused.findings} help={{}} />}
      </VerdictBox>
    </div>
  )
}

/** Who was quicker, and what they did. */
export function Conflict({ refused }: { refused: Late }) {
  const { t } = useTranslation(['common', 'desk'])
  const state = t(`states.${refused.state}`)
  const { by } = refused
  if (!by?.name) return <p>{t('desk:conflict.byNobody', { state })}</p>
  return <p>{t('desk:conflict.by', { name: by.name, at: formatMinute(new Date(by.at)), state })}</p>
}

/** The facts that are no longer as they were looked at. */
export function MovedList({ moved }: { moved: Moved[] }) {
  const { t } = useTranslation('desk')
  const word = useWord()
  return (
    <ul>
      {moved
        .filter(({ field }) => field !== 'version' || moved.length === 1)
        .map(({ field, before, now }) => (
          <li key={field}>
            {t(`moved.${field}`)}: {t('moved.from')} <b>{word(field, before)}</b> → {t('moved.now')}{' '}
            <b>{word(field, now)}</b>
          </li>
        ))}
    </ul>
  )
}

/** A moved fact's value, in the page's words. */
function useWord(): (field: Moved['field'], value: string) => string {
  const language = useLanguage()
  const { t } = useTranslation(['verdicts', 'desk'])
  const { money } = useFormat()
  const words: Record<Moved['field'], (value: string) => string> = {
    payment: (value) => paymentLabels[value as PaymentStatus][language],
    deliveries: (value) =>
      listed(value, (status) => shippingLabels[status as ShippingStatus][language]).join('・'),
    amount: (value) => money(Number(value)),
    version: (value) => value,
    findings: (value) => listed(value, (id) => t(`findings.${id as FindingId}.title`)).join('・') || '–',
    evidence: (value) => {
      const [status = '', amount] = value.split('/')
      if (value === '') return t('desk:evidence.never')
      if (!/^\d+$/u.test(status)) return t(`desk:evidence.${status as 'unknown' | 'not_found'}`)
      return `${statusInfoLabel(Number(status))[language]}${amount ? ` ${money(Number(amount))}` : ''}`
    },
  }
  return (field, value) => words[field](value)
}

function listed(value: string, word: (item: string) => string): string[] {
  return value === '' ? [] : value.split(',').map(word)
}
