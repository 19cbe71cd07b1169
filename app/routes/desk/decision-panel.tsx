import { Form, useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { RequestDetail } from '~/corrections/detail.server'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import { TextArea } from '~/ui/text-field'
import { useKeptText } from '~/ui/use-kept-text'
import { approval } from './approval'
import { AttachPanel } from './attach-panel'
import { isWriting, type Panel, type Writing, writes } from './panels'
import { useDeskAddress } from './queue-list'
import type { RefusedDecision } from './refusal-box'

type Props = {
  panel: Panel
  detail: RequestDetail
  refused: RefusedDecision | undefined
  idempotencyKey: string
}

/** One decision before it is made: what will happen, or the words that it needs. Works as a plain form too. */
export function DecisionPanel(props: Props) {
  const { panel, detail, refused } = props
  if (panel === 'attach') return <AttachPanel reference={detail.request.reference} refused={refused} />
  return <DecisionForm {...props} panel={panel} />
}

function DecisionForm({
  panel,
  detail,
  refused,
  idempotencyKey,
}: Props & { panel: Exclude<Panel, 'attach'> }) {
  const { t } = useTranslation(['desk', 'common'])
  const address = useDeskAddress()
  const { reference } = detail.request
  const form = useFocusAndEscape(address(reference))
  return (
    <Form ref={form} method="post" preventScrollReset className="mx-auto grid w-full max-w-3xl gap-3">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {isWriting(panel) ? (
        <Words panel={panel} reference={reference} refused={refused} />
      ) : (
        <Confirmation panel={panel} detail={detail} refused={refused} />
      )}
      <div className="flex flex-wrap items-center justify-end gap-2.5 max-md:*:flex-1">
        <p className="text-xs text-muted md:mr-auto max-md:w-full max-md:flex-none">{t('decide.note')}</p>
        <LinkButton to={address(reference)} preventScrollReset>
          {t('common:cancel')}
        </LinkButton>
        <SubmitButton intent={panel} tone={panel === 'reject' || panel === 'withdraw' ? 'danger' : 'primary'}>
          {t(submitWord(panel, detail))}
        </SubmitButton>
      </div>
    </Form>
  )
}

function submitWord(panel: Exclude<Panel, 'attach'>, detail: RequestDetail) {
  const words = {
    approve: approval(detail)?.word ?? 'decide.approve',
    approve_second: 'decide.approve_second',
    ask: 'decide.sendQuestion',
    answer: 'decide.sendAnswer',
    reject: 'decide.doReject',
    return: 'decide.doReturn',
    withdraw: 'decide.doWithdraw',
    note: 'decide.saveNote',
  } as const
  return words[panel]
}

const labels = {
  ask: ['decide.questionLabel', 'decide.questionHint'],
  answer: ['decide.answerLabel', 'decide.questionHint'],
  reject: ['decide.rejectLabel', 'decide.rejectHint'],
  return: ['decide.returnLabel', 'decide.returnHint'],
  note: ['conversation.noteLabel', 'conversation.noteHint'],
} as const satisfies Record<Writing, readonly [string, string]>

function Words({
  panel,
  reference,
  refused,
}: { panel: Writing; reference: string } & Pick<Props, 'refused'>) {
  const { t } = useTranslation('desk')
  const name = writes[panel]
  const [label, hint] = labels[panel]
  const kept = useKeptText(`${reference}:${panel}`)
  const missing = refused?.refusal === 'invalid' && 'field' in refused && refused.field === name
  return (
    <TextArea
      {...kept}
      name={name}
      label={t(label)}
      hint={t(hint)}
      required
      maxLength={2000}
      rows={3}
      {...(missing && { error: t(`decide.missing_${name}`) })}
    />
  )
}

function Confirmation({ panel, detail, refused }: Omit<Props, 'idempotencyKey'>) {
  const { t } = useTranslation('desk')
  if (panel === 'withdraw') return <p className="font-bold">{t('decide.confirmWithdraw')}</p>
  const { approval: bound, request } = detail
  const offer = approval(detail)
  const first = panel === 'approve' && offer?.word !== 'decide.approve'
  return (
    <div className="grid gap-2">
      {bound && <input type="hidden" name="digest" value={bound.digest} />}
      {bound && <input type="hidden" name="content" value={bound.text} />}
      {offer?.override && <input type="hidden" name="override" value="yes" />}
      <p className="font-bold">{t(first ? 'decide.confirmFirst' : 'decide.confirm')}</p>
      {first && <p className="text-sm">{t('decide.confirmFirstWhy')}</p>}
      {bound && (
        <p className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
          <StatusChange
            before={<PaymentPill status={bound.before.payment} />}
            after={<PaymentPill status={request.paymentWish} />}
          />
          <StatusChange
            before={[...new Set(bound.before.deliveries)].map((status) => (
              <ShippingPill key={status} status={status} />
            ))}
            after={<ShippingPill status={request.shippingWish} />}
          />
        </p>
      )}
      {offer?.override && <OverrideReason reference={request.reference} refused={refused} />}
    </div>
  )
}

/** Why a lead approves in spite of what the rules say. */
function OverrideReason({ reference, refused }: { reference: string } & Pick<Props, 'refused'>) {
  const { t } = useTranslation('desk')
  const kept = useKeptText(`${reference}:override`)
  const missing = refused?.refusal === 'invalid' && 'field' in refused && refused.field === 'note'
  return (
    <TextArea
      {...kept}
      name="note"
      label={t('decide.overrideLabel')}
      hint={t('decide.overrideHint')}
      required
      minLength={5}
      maxLength={2000}
      rows={2}
      {...(missing && { error: t('decide.missing_note') })}
    />
  )
}

/** Puts the cursor where one goes on: the text, else the button that decides. Escape closes the panel. */
function useFocusAndEscape(closed: string) {
  const form = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, button[type=submit]')?.focus()
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) navigate(closed, { preventScrollReset: true })
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [closed, navigate])
  return form
}
