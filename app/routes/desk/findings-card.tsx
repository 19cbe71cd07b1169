import { Link } from '@remix-run/react'
import type { RequestDetail } from '~/corrections/detail.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { FindingList, type HelpAddresses } from '../verdict/finding-list'
import { useDeskAddress } from './queue-list'

/** Everything the rules say of the request, by weight, each with what to do next. */
export function FindingsCard({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['desk', 'common'])
  const { findings } = detail.assessment
  const help = useHelp(detail)
  const end = (
    <>
      <span>{t('common:items', { count: findings.length })}</span>
      <Link to="/help/rules" className="font-semibold text-primary underline">
        {t('findings.rules')}
      </Link>
    </>
  )
  return (
    <Card title={t('findings.title')} end={end} flush>
      {findings.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">{t('findings.empty')}</p>
      ) : (
        <FindingList findings={findings} help={help} />
      )}
    </Card>
  )
}

/** The pages that help with this request's findings. */
function useHelp({ request, actions }: RequestDetail): HelpAddresses {
  const address = useDeskAddress()
  const asking = actions.includes('ask') ? { ask_merchant: address(request.reference, { do: 'ask' }) } : {}
  const requests = { other_request: '/desk', reverted_request: '/desk' }
  if (!request.order) return { ...asking, ...requests }
  const number = `${encodeURIComponent(request.order.number)}?shop=${request.shop.code}`
  const order = `/orders/${number}`
  return { ...asking, ...requests, order, capture: order, cancel: order, history: `/audit/orders/${number}` }
}
