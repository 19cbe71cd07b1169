import { wishablePayments } from '~/corrections/limits'
import { type Field, fields } from '~/corrections/paste/fields'
import {
  claimLabels,
  claims,
  paymentWishLabels,
  shippingWishes,
  shippingWishLabels,
} from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { Label } from '~/orders/statuses'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'

const choices: Record<Field, Label[]> = {
  orderNumber: [],
  paymentStatus: wishablePayments.map((wish) => paymentWishLabels[wish]),
  shippingStatus: shippingWishes.map((wish) => shippingWishLabels[wish]),
  kuronekoStatus: claims.map((claim) => claimLabels[claim]),
  reason: [],
}

/** The form's fields, what goes in, and what can be chosen. */
export function FieldsTable() {
  const { t } = useTranslation(['help', 'requests'])
  const language = useLanguage()
  const title = t('help:corrections.fields.title')
  const unchanged = shippingWishLabels.unchanged[language]
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={fields}
        rowKey={(field) => field}
        columns={[
          {
            key: 'field',
            header: t('help:corrections.fields.field'),
            cell: (field) => <b>{t(`requests:labels.${field}`)}</b>,
          },
          {
            key: 'what',
            header: t('help:corrections.fields.what'),
            cell: (field) => t(`help:corrections.fields.${field}`, { unchanged }),
          },
          {
            key: 'choices',
            header: t('help:corrections.fields.choices'),
            cell: (field) => (
              <ul>
                {choices[field].map((choice) => (
                  <li key={choice.ja}>{choice[language]}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  )
}
