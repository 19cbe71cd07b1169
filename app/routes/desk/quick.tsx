import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { maxRows } from '~/corrections/limits'
import { quickCandidates } from '~/corrections/quick-lane.server'
import { refusals } from '~/corrections/refusals'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { createLogger } from '~/platform/log.server'
import { LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { VerdictBox } from '~/ui/verdict-box'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { runLane } from './quick.server'
import { QuickCandidates } from './quick-candidates'
import { QuickChecked } from './quick-checked'
import { QuickResults } from './quick-results'

export async function loader(args: LoaderFunctionArgs) {
  const lane = await quickCandidates(requireDesk(args))
  if (!lane) throw notFound()
  return { lane, title: translator(args.request)('desk:quick.title') }
}

export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'desk.decide')
  const { config, requestId } = args.context
  const log = createLogger(config.logLevel)
  const answer = await runLane(desk, await args.request.formData(), (reference, err) =>
    log.error({ err, requestId, reference }, 'quick lane'),
  )
  return answer.ok ? answer : data(answer, { status: refusals[answer.refusal] })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.title)

/** Requests that are ready, approved together: what is there, the dry run, what became of each. */
export default function Quick() {
  const { lane, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('desk')
  const end = <LinkButton to="/desk">{t('quick.back')}</LinkButton>
  if (answer?.ok) {
    return (
      <Page title={title} lead={t('quick.lead')} end={end}>
        {answer.step === 'checked' ? (
          <QuickChecked key={answer.idempotencyKey} {...answer} />
        ) : (
          <QuickResults results={answer.results} />
        )}
      </Page>
    )
  }
  return (
    <Page title={title} lead={t('quick.lead')} end={end}>
      {answer && 'why' in answer && (
        <div role="alert">
          <VerdictBox tone="no" small title={t(`quick.choice.${answer.why}`, { most: maxRows })} />
        </div>
      )}
      {lane.rows.length === 0 ? (
        <EmptyState title={t('quick.empty.title')}>{t('quick.empty.hint')}</EmptyState>
      ) : (
        <QuickCandidates {...lane} />
      )}
    </Page>
  )
}
