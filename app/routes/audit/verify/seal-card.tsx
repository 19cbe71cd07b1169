import type { SerializeFrom } from '@remix-run/node'
import type { CheckView } from '~/audit/check/view.server'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/text-field'
import { Time } from '~/ui/time'

type Seal = SerializeFrom<CheckView['seal']>

/** The newest checkpoint, and what outsiders check by. */
export function SealCard({ seal }: { seal: Seal }) {
  const { t } = useTranslation('audit')
  return (
    <Card title={t('check.seal')}>
      {seal ? (
        <div className="grid gap-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong>{t('check.size', { count: seal.size })}</strong>
            <span className="text-sm text-muted">{t('check.sealedAt')}</span>
            <Time at={seal.at} />
          </p>
          <pre className="whitespace-pre-wrap break-all rounded-6 bg-ground p-3 text-xs">{seal.note}</pre>
        </div>
      ) : (
        <p>{t('check.none')}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2.5">
        <LinkButton to="/log/keys">{t('check.keys')}</LinkButton>
        <LinkButton to="/verify" reloadDocument>
          {t('check.verifyPage')}
        </LinkButton>
      </div>
      {seal && <Consistency size={seal.size} />}
    </Card>
  )
}

/** Asks for the proof between two sizes, which anybody may have. */
function Consistency({ size }: { size: number }) {
  const { t } = useTranslation('audit')
  return (
    <form action="/log/consistency" method="get" className="mt-4 grid gap-2">
      <h3 className="text-sm font-semibold">{t('check.consistency')}</h3>
      <div className="grid max-w-xl grid-cols-[1fr_1fr_auto] items-end gap-2.5 max-md:grid-cols-1">
        <TextField label={t('check.from')} name="from" id="consistency-from" figures inputMode="numeric" />
        <TextField
          label={t('check.to')}
          name="to"
          id="consistency-to"
          figures
          inputMode="numeric"
          defaultValue={String(size)}
        />
        <SubmitButton tone="default">{t('check.consistencySubmit')}</SubmitButton>
      </div>
    </form>
  )
}
