import type { HistoryOrder } from '~/audit/history.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { Table } from '~/ui/table'

/** Several shops have an order with the number: which one is meant? */
export function ChooseShop({ number, orders }: { number: string; orders: HistoryOrder[] }) {
  const { t } = useTranslation('audit')
  const { money, number: figures } = useFormat()
  return (
    <Page title={t('choice.title', { number })} lead={t('choice.lead')} narrow>
      <Card flush>
        <Table
          caption={t('choice.lead')}
          rows={orders}
          rowKey={({ id }) => id}
          to={({ shop }) => `?shop=${encodeURIComponent(shop.code)}`}
          columns={[
            { key: 'shop', header: t('choice.shop'), cell: ({ shop }) => shop.name },
            { key: 'amount', header: t('choice.amount'), numeric: true, cell: ({ amount }) => money(amount) },
            {
              key: 'events',
              header: t('choice.events'),
              numeric: true,
              cell: ({ eventSeq }) => figures(eventSeq),
            },
          ]}
        />
      </Card>
    </Page>
  )
}
