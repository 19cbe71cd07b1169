import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { permitOr404, requireDesk } from '~/routes/session.server'
import { shopChoices } from '~/shops/list.server'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { VerdictBox } from '~/ui/verdict-box'
import { runChoice } from './import/check.server'
import { CheckedFile } from './import/checked-file'
import { choicePairs, readChoice } from './import/choice'
import { receiveFile, type UploadProblem } from './import/receive.server'
import { UploadCard } from './import/upload-card'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'orders.import')
  const choice = readChoice(new URL(args.request.url).searchParams)
  const checked = await runChoice(desk, args.context.config.home, choice, true)
  const title = translator(args.request)('orders:import.title')
  return { title, shops: await shopChoices(desk), choice, checked, gone: choice.file !== null && !checked }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const desk = requireDesk(args)
  permitOr404(desk, 'orders.import')
  if (request.headers.get('Content-Type')?.startsWith('multipart/')) {
    const received = await receiveFile(request, context.config.home, desk.actor.id)
    if ('problem' in received) return data(received, received.problem === 'too_large' ? 413 : 422)
    const choice = { ...readChoice(received.fields), file: received.id }
    return redirect(`/orders/import?${new URLSearchParams(choicePairs(choice))}`)
  }
  const choice = readChoice(await request.formData())
  const done = await runChoice(desk, context.config.home, choice, false)
  // Whatever is wrong now, the page shows it when it checks the file again.
  if (!done?.result.ok) return redirect(`/orders/import?${new URLSearchParams(choicePairs(choice))}`)
  const t = translator(request)
  const matched =
    done.matched.length > 0 ? t('orders:import.matched', { references: done.matched.join(', ') }) : ''
  const message = [t('orders:import.done', done.result.counts), matched].filter(Boolean).join(' / ')
  return redirectWithToast('/orders', { message })
}

/** What is shown of a report does not change it. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const rest = (url: URL) => [...url.searchParams].filter(([name]) => name !== 'show').join('&')
  const shownOnly = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return shownOnly && rest(currentUrl) === rest(nextUrl) ? false : defaultShouldRevalidate
}

export default function ImportOrders() {
  const { t } = useTranslation('orders')
  const { title, shops, choice, checked, gone } = useLoaderData<typeof loader>()
  const refused = useActionData<UploadProblem>()
  return (
    <Page title={title} lead={t('import.lead')}>
      {gone && <VerdictBox small tone="look" title={t('import.gone')} />}
      {checked && <CheckedFile checked={checked} choice={choice} />}
      <UploadCard
        shops={shops}
        shop={choice.shop}
        again={checked !== null}
        error={refused && t(`import.refusal.${refused.problem}`)}
      />
    </Page>
  )
}
