import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useRevalidator } from '@remix-run/react'
import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { beginCheck } from '~/audit/check/check.server'
import { checkView } from '~/audit/check/view.server'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { notFound, requireDesk } from '~/routes/session.server'
import { SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { CheckList } from './verify/check-list'
import { CheckResult } from './verify/check-result'
import { CopiesCard } from './verify/copies-card'
import { SealCard } from './verify/seal-card'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const view = await checkView(requireDesk(args))
  if (!view) throw notFound()
  return { ...view, title: translator(args.request)('audit:check.title') }
}

export async function action(args: ActionFunctionArgs) {
  if (!(await beginCheck(requireDesk(args)))) throw notFound()
  return redirectWithToast('/audit/verify', { message: translator(args.request)('audit:check.started') })
}

const everyMs = 2_000

/** Whether the log is whole: the last verification, how to have another, and what outsiders check by. */
export default function Verify() {
  const { t } = useTranslation('audit')
  const { title, staff, running, last, whole, rows, seal, copies } = useLoaderData<typeof loader>()
  useFresh(running !== null)
  return (
    <Page
      title={title}
      help="/help/audit"
      lead={t(staff ? 'check.lead' : 'check.leadShop')}
      end={
        running ? undefined : (
          <Form method="post">
            <SubmitButton intent="verify" tone="primary" icon={<Icon of={RefreshCw} />}>
              {t('check.start')}
            </SubmitButton>
          </Form>
        )
      }
    >
      <CheckResult running={running} last={last} whole={whole} />
      <SealCard seal={seal} />
      {staff && <CopiesCard copies={copies} />}
      <CheckList rows={rows} />
    </Page>
  )
}

function useFresh(running: boolean) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, everyMs)
    return () => clearTimeout(timer)
  }, [running, state, revalidate])
}
