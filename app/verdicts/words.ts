import type { TFunction } from 'i18next'
import { formatMoney } from '~/i18n/format'
import type { Language } from '~/i18n/languages'
import { shownWords } from '~/orders/shown-words'
import { paymentLabels, shippingLabels } from '~/orders/statuses'
import { claimLabels } from '~/orders/wishes'
import type { Finding } from './findings'
import type { FindingId, ParamName, Params } from './rules'

type VerdictTexts = TFunction<['verdicts', 'orders']>

export type FindingWords = {
  title: string
  /** One sentence: what was found. */
  sentence: string
  /** What to do next. */
  next: string
}

/**
 * A finding in words.
 * @param t of the areas `verdicts` and `orders`
 */
export function findingWords(
  t: VerdictTexts,
  { id, params }: Pick<Finding, 'id' | 'params'>,
  language: Language,
): FindingWords {
  const values = valuesOf(inWords(t, language), params)
  return {
    title: t(`verdicts:findings.${id}.title`),
    sentence: t(`verdicts:findings.${id}.sentence`, values),
    next: t(`verdicts:findings.${id}.next`, values),
  }
}

/** What a rule says of any order: as on the page of rules. */
export function ruleWords(t: VerdictTexts, id: FindingId): FindingWords {
  const lastDay = t('verdicts:page.lastDay')
  const { title, next, ...text } = t('verdicts:findings', { returnObjects: true, lastDay })[id]
  return { title, next, sentence: 'rule' in text ? text.rule : text.sentence }
}

type Said = { [Name in ParamName]: (value: Params[Name]) => string }

/** Every fact that any sentence can name; those that this one does not name are empty. */
function valuesOf(said: Said, params: Partial<Params>): Record<ParamName, string> {
  const names = Object.keys(said) as ParamName[]
  const values = names.map((name) => [name, sayParam(said, name, params)])
  return Object.fromEntries(values) as Record<ParamName, string>
}

function sayParam<Name extends ParamName>(said: Said, name: Name, params: Partial<Params>): string {
  const value = params[name]
  return value === undefined ? '' : said[name](value)
}

function inWords(t: VerdictTexts, language: Language): Said {
  const asIs = (value: string | number) => String(value)
  const money = (yen: number) => formatMoney(language, yen)
  const list = (parts: string[]) => parts.join(language === 'ja' ? '、' : ', ')
  return {
    payment: (status) => paymentLabels[status][language],
    method: (method) => t(`orders:method.${method}`),
    claim: (claim) => claimLabels[claim][language],
    answer: (answer) => t(`verdicts:answers.${answer}`),
    statusInfo: asIs,
    lastDay: asIs,
    daysLeft: asIs,
    here: money,
    there: money,
    limit: money,
    deliveries: (deliveries) =>
      list(
        deliveries.map(({ place, status }) =>
          t('verdicts:delivery', { place, status: shippingLabels[status][language] }),
        ),
      ),
    slips: (slips) => {
      const faults = slips.map(({ place, fault }) =>
        t('verdicts:slip', { place, fault: t(`verdicts:slipFaults.${fault}`) }),
      )
      return faults.length > 0 ? t('verdicts:slips', { list: list(faults) }) : ''
    },
    followers: (followers) => list(followers.map((follower) => t(`verdicts:followers.${follower}`))),
    reference: asIs,
    typed: asIs,
    number: asIs,
    before: (shown) => shownWords(language, shown),
    now: (shown) => shownWords(language, shown),
  }
}
