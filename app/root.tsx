import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLanguage } from './i18n/use-format'
import { systemClock } from './platform/clock'
import { Announcer } from './ui/announcer'
import { Brand } from './ui/brand'
import { ErrorPage } from './ui/error-page'
import { useNonce } from './ui/nonce'
import { PendingBar } from './ui/pending-bar'
import { NowProvider } from './ui/time'
import './ui/styles.css'
import { pageTitle } from './ui/title'
import { takeToast } from './ui/toast.server'
import { ToastRegion } from './ui/toast-region'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/site.webmanifest' },
]

export const meta = () => pageTitle(undefined)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { toast, clear } = await takeToast(request)
  const clock = context.desk?.clock ?? systemClock
  return data(
    { toast, now: clock.now(), requestId: context.requestId },
    clear ? { headers: { 'Set-Cookie': clear } } : {},
  )
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const language = useLanguage()
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1a1c23" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        {/* react-aria adds a style element and looks here for the nonce it needs. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  const { toast, now } = useLoaderData<typeof loader>()
  return (
    <NowProvider now={now}>
      <PendingBar />
      <Announcer />
      <Outlet />
      <ToastRegion toast={toast} />
    </NowProvider>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  return (
    <>
      <header className="flex h-[52px] items-center border-b border-line bg-surface px-4">
        <a href="/">
          <Brand />
        </a>
      </header>
      <main>
        <ErrorPage id={root?.requestId} />
      </main>
    </>
  )
}
