import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'

/** From the few of a start page to the whole list. */
export function SeeAll({ to }: { to: string }) {
  const { t } = useTranslation('home')
  return (
    <LinkButton to={to} tone="quiet" size="sm">
      {t('all')}
    </LinkButton>
  )
}
