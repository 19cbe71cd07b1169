import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { Time } from '~/ui/time'

/** One verifier key, to be copied into whatever checks with it. */
export function KeyCard({ vkey, since, signs }: { vkey: string; since: Date; signs: boolean }) {
  const { t } = useTranslation('log')
  const [copied, setCopied] = useState(false)
  return (
    <Card
      title={signs ? t('keys.now') : t('keys.before')}
      end={
        <span>
          {t('keys.since')} <Time at={since} />
        </span>
      }
    >
      <code className="block break-all rounded-6 bg-ground p-3 text-sm select-all">{vkey}</code>
      <div className="mt-3" aria-live="polite">
        <Button
          size="sm"
          icon={<Icon of={copied ? Check : Copy} />}
          onClick={() => navigator.clipboard.writeText(vkey).then(() => setCopied(true))}
        >
          {copied ? t('keys.copied') : t('keys.copy')}
        </Button>
      </div>
    </Card>
  )
}
