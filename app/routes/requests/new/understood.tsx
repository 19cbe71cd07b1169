import { CircleAlert, TriangleAlert } from 'lucide-react'
import { type Field, fields } from '~/corrections/paste/fields'
import type { ParsedRequest, Problem } from '~/corrections/paste/parse'
import { problemSentence } from '~/corrections/paste/problems'
import { claimLabels, paymentWishLabels, shippingWishLabels } from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'

/** One request as it was understood: each value beside the line it was read from. */
export function Understood({ request, place }: { request: ParsedRequest; place: number }) {
  const { t } = useTranslation('requests')
  const loose = request.problems.filter(({ field }) => !field)
  return (
    <Card title={t('new.row', { count: place + 1 })} flush>
      <dl className="divide-y divide-line">
        {fields.map((field) => (
          <Value key={field} request={request} field={field} />
        ))}
      </dl>
      {loose.length > 0 && (
        <div className="grid gap-1.5 border-t border-line px-4 py-3">
          <Problems problems={loose} />
        </div>
      )}
    </Card>
  )
}

function Value({ request, field }: { request: ParsedRequest; field: Field }) {
  const { t } = useTranslation('requests')
  const value = useValueText(request, field)
  const source = request.sources[field]
  const problems = request.problems.filter((found) => found.field === field)
  const worst = problems.some(({ severity }) => severity === 'error')
    ? 'border-l-red-mark'
    : 'border-l-amber-mark'
  return (
    <div
      className={`grid gap-x-4 gap-y-1 border-l-4 px-4 py-2.5 sm:grid-cols-2 ${problems.length > 0 ? worst : 'border-l-transparent'}`}
    >
      <dt className="text-xs text-muted sm:col-span-2">{t(`labels.${field}`)}</dt>
      <dd className={`min-w-0 break-words ${field === 'orderNumber' ? 'figures' : ''}`}>
        {value === null ? (
          <span className="text-red">{t('paste.blank')}</span>
        ) : (
          <span className="font-semibold whitespace-pre-wrap">{value}</span>
        )}
      </dd>
      {source && (
        <dd className="min-w-0 text-sm text-muted">
          <span className="text-xs text-faint">{t('paste.line', { line: source.line })}</span>{' '}
          <q className="break-words whitespace-pre-wrap before:content-none after:content-none">
            {source.text}
          </q>
        </dd>
      )}
      {problems.length > 0 && (
        <dd className="grid gap-1.5 sm:col-span-2">
          <Problems problems={problems} />
        </dd>
      )}
    </div>
  )
}

function useValueText(request: ParsedRequest, field: Field): string | null {
  const language = useLanguage()
  const { paymentStatus, shippingStatus, kuronekoStatus, kuronekoWords } = request
  switch (field) {
    case 'paymentStatus':
      return paymentStatus && paymentWishLabels[paymentStatus][language]
    case 'shippingStatus':
      return shippingStatus && shippingWishLabels[shippingStatus][language]
    case 'kuronekoStatus': {
      const label = kuronekoStatus && claimLabels[kuronekoStatus][language]
      return kuronekoStatus === 'other' && kuronekoWords ? `${label} ${kuronekoWords}` : label
    }
    default:
      return request[field]
  }
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  return problems.map((found) => (
    <ProblemLine key={`${found.line} ${found.code} ${found.text}`} problem={found} />
  ))
}

/** A doubt in amber, an error in red, each with its word and the line it is about. */
export function ProblemLine({ problem }: { problem: Problem }) {
  const { t } = useTranslation('requests')
  const language = useLanguage()
  const doubt = problem.severity === 'doubt'
  return (
    <p className={`flex gap-1.5 text-sm ${doubt ? 'text-amber' : 'text-red'}`}>
      <Icon of={doubt ? TriangleAlert : CircleAlert} className="mt-1" />
      <span className="min-w-0 break-words">
        <strong>{doubt ? t('paste.doubt') : t('paste.error')}</strong>{' '}
        {problem.line !== undefined && (
          <span className="text-xs">{t('paste.line', { line: problem.line })} </span>
        )}
        {problemSentence(problem, language)}
      </span>
    </p>
  )
}
