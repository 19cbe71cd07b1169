import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ShoppingCart } from 'lucide-react'
import { z } from 'zod'
import { translator } from '~/i18n/translator.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type CartLine, summed } from '~/orders/buying/cart'
import { productsOf } from '~/shops/storefront.server'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { controlStyle } from '~/ui/field'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { pageTitle } from '~/ui/title'
import { notFound } from '../session.server'
import { visitShop } from './front.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { front, visit, home } = await visitShop(args)
  const { lines, goods } = summed(visit.cart, await productsOf(front), 1)
  const title = `${translator(args.request)('storefront:cart.title')} · ${front.shop.name}`
  return { title, home, lines, goods, member: front.member?.name ?? null }
}

const changedSchema = z.object({ code: z.string(), quantity: z.coerce.number().int().min(0).max(99) })

/** Another quantity; 0 takes the product out. */
export async function action(args: ActionFunctionArgs) {
  const { visit, goTo } = await visitShop(args)
  const parsed = changedSchema.safeParse(Object.fromEntries(await args.request.formData()))
  if (!parsed.success) throw notFound()
  const { code, quantity } = parsed.data
  const { [code]: _, ...rest } = visit.cart
  return goTo('/cart', { cart: quantity > 0 ? { ...visit.cart, [code]: quantity } : rest })
}

/** カゴの中, with the way to both checkouts. */
export default function Cart() {
  const { t } = useTranslation('storefront')
  const { money } = useFormat()
  const { home, lines, goods, member } = useLoaderData<typeof loader>()
  const columns: Column<CartLine>[] = [
    { key: 'name', header: t('cart.product'), cell: ({ name }) => <b>{name}</b> },
    { key: 'price', header: t('cart.price'), numeric: true, cell: (line) => money(line.unitPrice) },
    { key: 'quantity', header: t('cart.quantity'), cell: (line) => <Quantity line={line} /> },
    {
      key: 'sum',
      header: t('cart.sum'),
      numeric: true,
      cell: ({ unitPrice, quantity }) => money(unitPrice * quantity),
    },
  ]
  if (lines.length === 0) {
    return (
      <Page title={t('cart.title')}>
        <Card>
          <EmptyState title={t('cart.empty')} icon={ShoppingCart}>
            <LinkButton to={home}>{t('cart.toProducts')}</LinkButton>
          </EmptyState>
        </Card>
      </Page>
    )
  }
  return (
    <Page title={t('cart.title')}>
      <Card flush>
        <Table caption={t('cart.title')} columns={columns} rows={lines} rowKey={({ code }) => code} />
      </Card>
      <p className="text-right text-base">
        {t('cart.goods')} <b className="figures text-lg">{money(goods)}</b>
      </p>
      <Card title={t('cart.buy')}>
        <div className="grid gap-3">
          {member ? (
            <p>{t('cart.as', { name: member })}</p>
          ) : (
            <p>
              {t('cart.guest')}{' '}
              <Link to={`${home}/sign-in`} className="text-primary underline">
                {t('nav.signIn')}
              </Link>
            </p>
          )}
          <div className="flex flex-wrap gap-2.5">
            <LinkButton tone="primary" to={`${home}/checkout`}>
              {t('cart.smart')}
            </LinkButton>
            <LinkButton to={`${home}/first`}>{t('cart.classic')}</LinkButton>
          </div>
        </div>
      </Card>
    </Page>
  )
}

function Quantity({ line: { code, name, quantity } }: { line: CartLine }) {
  const { t } = useTranslation('storefront')
  return (
    <Form method="post" reloadDocument className="flex items-center gap-2 max-md:justify-end">
      <input type="hidden" name="code" value={code} />
      <input
        type="number"
        name="quantity"
        defaultValue={quantity}
        min={0}
        max={99}
        aria-label={t('products.quantityOf', { name })}
        className={`${controlStyle} max-w-20`}
      />
      <SubmitButton tone="default" size="sm" aria-label={t('cart.updateOf', { name })}>
        {t('cart.update')}
      </SubmitButton>
    </Form>
  )
}
