import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { AddressFields } from './address'
import { askAgain, openAddress, readAddress } from './address.server'
import { visitShop } from './front.server'
import { summary } from './summary.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const visited = await visitShop(args)
  await summary(visited)
  const { front, visit, home } = visited
  const title = translator(args.request)('storefront:classic.firstTitle')
  return { title, home, address: openAddress(visit, front) }
}

export async function action(args: ActionFunctionArgs) {
  const { goTo } = await visitShop(args)
  const read = readAddress(await args.request.formData())
  if (!read.ok) return askAgain(read)
  return goTo('/second', { buyer: read.buyer, destinations: read.destinations })
}

/** 決済第一画面 of the old checkout: who orders, and where to. */
export default function First() {
  const { t } = useTranslation('storefront')
  const { title, home, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? address
  return (
    <Page
      title={title}
      lead={t('classic.firstLead')}
      narrow
      end={
        <Link to={`${home}/checkout`} className="text-primary underline">
          {t('classic.toSmart')}
        </Link>
      }
    >
      <Card>
        <Form method="post" reloadDocument noValidate className="grid gap-5">
          {/* The first button of a form is what Enter presses. */}
          <button type="submit" name="intent" value="address" hidden tabIndex={-1} />
          <AddressFields form={form} />
          <div>
            <SubmitButton intent="address">{t('classic.next')}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Page>
  )
}
