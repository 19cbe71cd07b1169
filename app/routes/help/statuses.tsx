import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { requireDesk } from '~/routes/session.server'
import { pageTitle } from '~/ui/title'
import { HelpPage, Section } from './help-page'
import { PaymentMatrix } from './statuses/payment-matrix'
import { PaymentStatuses } from './statuses/payment-statuses'
import { ShippingStatuses } from './statuses/shipping-statuses'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  requireDesk(args)
  return { title: translator(args.request)('help:statuses.title') }
}

/** Every status with its meaning, and what can be done at it. */
export default function Statuses() {
  const { t } = useTranslation('help')
  const sections = [
    { id: 'matrix', title: t('statuses.matrix') },
    { id: 'payment', title: t('statuses.payment') },
    { id: 'shipping', title: t('statuses.shipping') },
  ]
  return (
    <HelpPage title={t('statuses.title')} lead={t('statuses.lead')} sections={sections}>
      <Section id="matrix">
        <PaymentMatrix />
      </Section>
      <Section id="payment">
        <PaymentStatuses />
      </Section>
      <Section id="shipping">
        <ShippingStatuses />
      </Section>
    </HelpPage>
  )
}
