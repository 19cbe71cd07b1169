import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { secondPersonReasons } from '~/verdicts/second-person'
import { SeverityPill } from './severity-pill'

/** What findings add up to, who else must approve, and what holds for all tables. */
export function HowItIsJudged() {
  const { t } = useTranslation('verdicts')
  return (
    <>
      <Card title={t('page.how')}>
        <ul className="grid gap-2">
          <li className="flex flex-wrap items-center gap-2">
            <SeverityPill severity="no" />
            <SeverityPill severity="ord" />
            {t('page.howNo')}
          </li>
          <li className="flex flex-wrap items-center gap-2">
            <SeverityPill severity="look" />
            {t('page.howLook')}
          </li>
          <li className="flex flex-wrap items-center gap-2">
            <SeverityPill severity="info" />
            {t('page.howGo')}
          </li>
        </ul>
        <ul className="mt-3 list-disc pl-5">
          <li>{t('page.howOverride')}</li>
          <li>{t('page.howOld')}</li>
          <li>{t('page.deliveriesOnly')}</li>
          <li>{t('page.periodRule')}</li>
        </ul>
      </Card>
      <Card title={t('page.second')}>
        <p>{t('page.secondRule')}</p>
        <ul className="mt-1 list-disc pl-5">
          {[...secondPersonReasons, 'override' as const].map((reason) => (
            <li key={reason}>{t(`second.${reason}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}
