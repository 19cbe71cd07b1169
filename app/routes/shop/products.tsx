import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translator } from '~/i18n/translator.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { mostProducts } from '~/orders/buying/cart'
import { productsOf, type ShownProduct } from '~/shops/storefront.server'
import { SubmitButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { controlStyle } from '~/ui/field'
import { Page } from '~/ui/page'
import { Pill } from '~/ui/pill'
import { pageTitle } from '~/ui/title'
import { notFound } from '../session.server'
import { visitShop } from './front.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { front } = await visitShop(args)
  const title = translator(args.request)('storefront:products.title')
  return { products: await productsOf(front), title: `${title} · ${front.shop.name}` }
}

const addedSchema = z.object({ code: z.string(), quantity: z.coerce.number().int().min(1).max(99) })

/** カゴに入れる */
export async function action(args: ActionFunctionArgs) {
  const { front, visit, goTo, goToWithToast } = await visitShop(args)
  const parsed = addedSchema.safeParse(Object.fromEntries(await args.request.formData()))
  const product = parsed.success
    ? (await productsOf(front)).find(({ code }) => code === parsed.data.code)
    : undefined
  if (!parsed.success || !product) throw notFound()
  const { code, quantity } = parsed.data
  const cart = { ...visit.cart, [code]: Math.min((visit.cart[code] ?? 0) + quantity, 99) }
  if (Object.keys(cart).length > mostProducts) {
    const message = translator(args.request)('storefront:cart.full', { most: mostProducts })
    return goToWithToast('/cart', { message, tone: 'bad' })
  }
  // A new card was for the order before: the next one asks again.
  const { chosen } = visit
  const keep = chosen?.method !== 'kuroneko_card' || chosen.card.card !== 'new'
  const isNext = Object.keys(visit.cart).length === 0
  return goTo('/cart', { cart, ...(isNext && !keep && { chosen: null }) })
}

/** What the shop sells. */
export default function Products() {
  const { t } = useTranslation('storefront')
  const { products } = useLoaderData<typeof loader>()
  return (
    <Page title={t('products.title')}>
      {products.length === 0 && <EmptyState title={t('products.none')} />}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {products.map((product) => (
          <Product key={product.code} product={product} />
        ))}
      </ul>
    </Page>
  )
}

function Product({ product: { code, name, price, stock } }: { product: ShownProduct }) {
  const { t } = useTranslation('storefront')
  const { money } = useFormat()
  const soldOut = stock === 0
  return (
    <li className="grid content-between gap-3 rounded-8 border border-line bg-surface p-4 shadow-low">
      <div className="grid gap-1">
        <h2 className="text-base font-bold">{name}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="figures text-lg font-bold">{money(price)}</span>
          <Stock stock={stock} />
        </p>
      </div>
      {!soldOut && (
        <Form method="post" reloadDocument className="flex gap-2">
          <input type="hidden" name="code" value={code} />
          <input
            type="number"
            name="quantity"
            defaultValue={1}
            min={1}
            max={Math.min(stock ?? 99, 99)}
            aria-label={t('products.quantityOf', { name })}
            className={`${controlStyle} max-w-20`}
          />
          <SubmitButton aria-label={t('products.addOf', { name })}>{t('products.add')}</SubmitButton>
        </Form>
      )}
    </li>
  )
}

function Stock({ stock }: { stock: number | null }) {
  const { t } = useTranslation('storefront')
  if (stock === null) return <Pill tone="green">{t('products.noCount')}</Pill>
  if (stock === 0) return <Pill tone="grey">{t('products.soldOut')}</Pill>
  if (stock === 1) return <Pill tone="amber">{t('products.last')}</Pill>
  return <Pill tone="green">{t('products.stock', { count: stock })}</Pill>
}
