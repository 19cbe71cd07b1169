import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { languageOf, translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { keepDraft, permitOr404, requireDesk, takeDraft } from '../session.server'
import { askedRows } from './new/asked-rows.server'
import { edited, readPosted } from './new/fields'
import { fileForm, formAgain } from './new/file-form.server'
import { FilingPage } from './new/filing-page'
import { formSurroundings, lookUpRows, openingValues } from './new/open-form.server'
import { readPaste, rowsOfPaste, withPasted } from './new/paste-rows'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'requests.file')
  const { searchParams } = new URL(args.request.url)
  const draft = await takeDraft(args, 'request-new')
  const typed = draft && readPosted(draft.typed)
  const reader = { t: translator(args.request), language: languageOf(args.request) }
  const asked = await askedRows(desk, searchParams, reader)
  const values = openingValues(desk, { rows: asked, shop: searchParams.get('shop') }, typed)
  const page = {
    ...(await formSurroundings(desk)),
    values,
    text: typed?.text ?? '',
    orders: await lookUpRows(desk, values),
    lapsed: typed !== null,
    asked,
    tab: searchParams.get('tab') === 'paste' ? ('paste' as const) : ('input' as const),
    title: reader.t('requests:new.title'),
  }
  return data(page, draft ? { headers: draft.headers } : {})
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  if (!args.context.desk) return keepDraft(args, 'request-new', form)
  const desk = requireDesk(args)
  permitOr404(desk, 'requests.file')
  const posted = readPosted(form)
  const { requests, intent, text } = posted
  if (intent === 'file') return fileForm(desk, posted, translator(args.request))
  const read = intent === 'move' ? readPaste(text) : null
  const pasted = read && withPasted(requests, rowsOfPaste(read, languageOf(args.request)))
  const rows = pasted ?? edited(requests, intent) ?? requests
  return data(await formAgain(desk, { ...posted, requests: rows, text: pasted ? '' : text }))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function NewRequest() {
  const { t } = useTranslation('requests')
  return (
    <Page title={t('new.title')} lead={t('new.lead')} help="/help/corrections">
      <FilingPage opened={useLoaderData<typeof loader>()} answered={useActionData<typeof action>()} />
    </Page>
  )
}
