import type { LoaderFunctionArgs } from '@remix-run/node'
import { NavLink, Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { ShoppingCart, Store, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { loader as rootLoader } from '~/root'
import { ErrorPage } from '~/ui/error-page'
import { Icon } from '~/ui/icon'
import { LanguageSwitch } from '~/ui/language-switch'
import { visitShop } from './front.server'

export async function loader(args: LoaderFunctionArgs) {
  const { front, visit, home } = await visitShop(args)
  const inCart = Object.values(visit.cart).reduce((sum, quantity) => sum + quantity, 0)
  return { home, shop: front.shop.name, member: front.member?.name ?? null, inCart }
}

const item =
  'inline-flex min-h-11 items-center gap-1.5 rounded-6 px-2.5 text-md font-semibold hover:bg-ground aria-[current=page]:text-primary'

export default function Front() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

/** Keeps the shop around what went wrong in it. */
export function ErrorBoundary() {
  const front = useRouteLoaderData<typeof loader>('routes/shop/front')
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const page = <ErrorPage id={root?.requestId} />
  return front ? <Frame {...front}>{page}</Frame> : page
}

type FrameProps = {
  home: string
  shop: string
  member: string | null
  inCart: number
  children: ReactNode
}

/** The frame of a demo shop. That it is one stands on every page, first of all. */
function Frame({ home, shop, member, inCart, children }: FrameProps) {
  const { t } = useTranslation('storefront')
  return (
    <>
      <aside className="border-b border-amber-mark/60 bg-amber-soft px-4 py-2 text-center text-sm text-amber">
        <strong>{t('demo')}</strong> <span className="text-ink">{t('demoHint')}</span>
      </aside>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[1080px] flex-wrap items-center gap-x-4 px-4 py-1.5 md:px-6">
          <NavLink to={home} end className="py-2 text-lg font-bold">
            {shop}
          </NavLink>
          <nav aria-label={t('nav.label')} className="ml-auto flex flex-wrap items-center">
            <NavLink to={home} end className={item}>
              <Icon of={Store} />
              {t('nav.products')}
            </NavLink>
            <NavLink to={`${home}/cart`} className={item}>
              <Icon of={ShoppingCart} />
              {inCart > 0 ? t('nav.cartCount', { count: inCart }) : t('nav.cart')}
            </NavLink>
            <NavLink to={member ? `${home}/my-page` : `${home}/sign-in`} className={item}>
              <Icon of={UserRound} />
              {member ? t('nav.myPage') : t('nav.signIn')}
            </NavLink>
            <LanguageSwitch />
          </nav>
        </div>
      </header>
      <main>{children}</main>
    </>
  )
}
