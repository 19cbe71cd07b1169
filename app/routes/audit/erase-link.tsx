import { ShieldOff } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'

/** Leads an admin to where words are erased. */
export function EraseLink({ to, small = false }: { to: string; small?: boolean }) {
  const { t } = useTranslation('erasure')
  return (
    <LinkButton to={to} icon={<Icon of={ShieldOff} />} size={small ? 'sm' : 'md'}>
      {t('open')}
    </LinkButton>
  )
}
