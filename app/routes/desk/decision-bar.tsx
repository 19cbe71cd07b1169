import { Form, useNavigate, useSearchParams, useSubmit } from '@remix-run/react'
import { Info } from 'lucide-react'
import type { RequestDetail } from '~/corrections/detail.server'
import type { RequestAction } from '~/corrections/life'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { useHotkeys } from '~/ui/use-hotkeys'
import { approval } from './approval'
import { DecisionPanel } from './decision-panel'
import { isPanel, type Panel } from './panels'
import { useDeskAddress } from './queue-list'
import type { RefusedDecision } from './refusal-box'

type Props = { detail: RequestDetail; refused: RefusedDecision | undefined; idempotencyKey: string }

/** What this person may do, within reach: buttons open a panel that names what will happen, and ask for the words. */
export function DecisionBar({ detail, refused, idempotencyKey }: Props) {
  const { t } = useTranslation('desk')
  const [params] = useSearchParams()
  const asked = params.get('do')
  const open = isPanel(asked) && mayOpen(asked, detail) ? asked : null
  useDecisionKeys(detail)
  if (detail.actions.length === 0 && !open) return null
  return (
    <section
      aria-label={t('decide.label')}
      className="sticky bottom-0 border-t border-line bg-surface px-4 py-3 max-md:bottom-14 md:px-6 print:hidden"
    >
      {open ? (
        <DecisionPanel
          key={open}
          panel={open}
          detail={detail}
          refused={refused}
          idempotencyKey={idempotencyKey}
        />
      ) : (
        <Buttons detail={detail} />
      )}
    </section>
  )
}

function mayOpen(panel: Panel, detail: RequestDetail): boolean {
  if (panel === 'note') return true
  if (panel === 'attach')
    return detail.mayAsk && detail.evidence?.outcome === 'unknown' && !detail.request.decidedAt
  return detail.actions.includes(panel)
}

function Buttons({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const { actions, request } = detail
  const panel = (
    name: Panel & RequestAction,
    look: { tone?: 'primary' | 'danger'; hotkey?: string },
    text: string,
  ) =>
    actions.includes(name) && (
      <PanelLink key={name} reference={request.reference} name={name} {...look}>
        {text}
      </PanelLink>
    )
  const approving = approval(detail)
  return (
    <div className="flex flex-wrap items-center gap-2.5 max-md:[&>a]:flex-1 max-md:[&>form]:flex-1">
      <p className="flex items-center gap-1.5 text-xs text-muted md:mr-auto max-md:w-full">
        <Icon of={Info} /> {t('decide.note')}
      </p>
      {panel('return', {}, t('decide.return'))}
      {panel('reject', { tone: 'danger', hotkey: 'r' }, t('decide.reject'))}
      {panel('ask', { hotkey: 'q' }, t('decide.ask'))}
      {panel('answer', {}, t('decide.answer'))}
      {approving && panel(approving.action, { tone: 'primary', hotkey: 'a' }, t(approving.word))}
      {(request.state === 'submitted' || request.state === 'needs_info') && <Taking actions={actions} />}
    </div>
  )
}

function PanelLink({
  reference,
  name,
  ...rest
}: { reference: string; name: Panel; children: string } & Pick<
  Parameters<typeof LinkButton>[0],
  'tone' | 'hotkey'
>) {
  const address = useDeskAddress()
  return <LinkButton to={address(reference, { do: name })} preventScrollReset {...rest} />
}

/** Takes the request into one's own hands, from the queue or without waiting for the shop's answer. */
function Taking({ actions }: { actions: RequestAction[] }) {
  const { t } = useTranslation('desk')
  return (
    <Form method="post" className="flex gap-2.5 max-md:[&>button]:flex-1">
      {actions.includes('resume') && (
        <SubmitButton intent="resume" tone="default">
          {t('decide.resume')}
        </SubmitButton>
      )}
      {actions.includes('claim') && (
        <SubmitButton intent="claim" hotkey="c">
          {t('decide.claim')}
        </SubmitButton>
      )}
    </Form>
  )
}

/** One key per decision. A key only opens the panel; nothing that cannot be taken back happens by one key. */
function useDecisionKeys(detail: RequestDetail) {
  const { actions, request } = detail
  const navigate = useNavigate()
  const submit = useSubmit()
  const address = useDeskAddress()
  const open = (name: Panel) => () =>
    navigate(address(request.reference, { do: name }), { preventScrollReset: true })
  const may = (name: RequestAction) => actions.includes(name)
  const approving = approval(detail)
  useHotkeys({
    a: approving ? open(approving.action) : undefined,
    q: may('ask') ? open('ask') : undefined,
    r: may('reject') ? open('reject') : undefined,
    n: open('note'),
    c:
      may('claim') && request.state === 'submitted'
        ? () => submit({ intent: 'claim' }, { method: 'post' })
        : undefined,
  })
}
