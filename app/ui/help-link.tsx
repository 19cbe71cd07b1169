import { CircleHelp } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from './button'
import { Icon } from './icon'

/** Leads to what the help says about this screen. */
export function HelpLink({ to }: { to: string }) {
  const { t } = useTranslation()
  return (
    <LinkButton to={to} size="sm" tone="quiet" icon={<Icon of={CircleHelp} />}>
      {t('help')}
    </LinkButton>
  )
}
