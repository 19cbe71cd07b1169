import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { membersOf } from '~/shops/storefront.server'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { notFound } from '../session.server'
import { visitShop } from './front.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { front } = await visitShop(args)
  const title = translator(args.request)('storefront:signIn.title')
  return { members: await membersOf(front), title: `${title} · ${front.shop.name}` }
}

/** A member, or nobody: a guest. What somebody else typed here before goes. */
export async function action(args: ActionFunctionArgs) {
  const { front, goTo, goToWithToast } = await visitShop(args)
  const chosen = String((await args.request.formData()).get('member') ?? '')
  const left = { memberId: null, buyer: null, destinations: [], chosen: null, orders: [] }
  if (chosen === '') return goTo('/cart', left)
  const member = (await membersOf(front)).find(({ id }) => id === chosen)
  if (!member) throw notFound()
  const message = translator(args.request)('storefront:signIn.done', { name: member.name })
  return goToWithToast('/cart', { message }, { ...left, memberId: member.id })
}

/** The demo's members, to choose from. */
export default function SignIn() {
  const { t } = useTranslation('storefront')
  const { members } = useLoaderData<typeof loader>()
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} narrow>
      <Card>
        <Form method="post" reloadDocument className="grid gap-2.5">
          {members.length === 0 && <p>{t('signIn.none')}</p>}
          {members.map(({ id, name, email }) => (
            <SubmitButton key={id} name="member" value={id} tone="default" wide>
              <span>{name}</span> <span className="text-xs font-normal text-muted">{email}</span>
            </SubmitButton>
          ))}
          <SubmitButton name="member" value="" tone="quiet" wide>
            {t('signIn.guest')}
          </SubmitButton>
        </Form>
      </Card>
    </Page>
  )
}
