import { Form, useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '~/corrections/detail.server'
import { LinkButton, SubmitButton } from '~/ui/button'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import { TextArea } from '~/ui/text-field'
import { useKeptText } from '~/ui/use-kept-text'
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
export function DecisionPanel({ panel, detail, refused, idempotencyKey }: Props) {
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
        <Confirmation panel={panel} detail={detail} />
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

function submitWord(panel: Panel, detail: RequestDetail) {
  const words = {
    approve: detail.second.length > 0 ? 'decide.approveFirst' : 'decide.approve',
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
  const missing = refused?.refusal === 'invalid' && refused.field === name
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

function Confirmation({ panel, detail }: { panel: Panel; detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  if (panel === 'withdraw') return <p className="font-bold">{t('decide.confirmWithdraw')}</p>
  const { approval, second, request } = detail
  const first = panel === 'approve' && second.length > 0
  return (
    <div className="grid gap-2">
      {approval && <input type="hidden" name="digest" value={approval.digest} />}
      {approval && <input type="hidden" name="content" value={approval.text} />}
      <p className="font-bold">{t(first ? 'decide.confirmFirst' : 'decide.confirm')}</p>
      {first && <p className="text-sm">{t('decide.confirmFirstWhy')}</p>}
      {approval && (
        <p className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
          <StatusChange
            before={<PaymentPill status={approval.before.payment} />}
            after={<PaymentPill status={request.paymentWish} />}
          />
          <StatusChange
            before={[...new Set(approval.before.deliveries)].map((status) => (
              <ShippingPill key={status} status={status} />
            ))}
            after={<ShippingPill status={request.shippingWish} />}
          />
        </p>
      )}
    </div>
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
