import { Outlet } from '@remix-run/react'
import { Brand } from '~/ui/brand'
import { LanguageSwitch } from '~/ui/language-switch'

/** The frame of the pages before signing in: the brand, one card, the language. */
export default function SignedOut() {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-end p-3">
        <LanguageSwitch />
      </header>
      <main className="mx-auto grid w-full max-w-[440px] flex-1 content-start gap-6 px-4 pt-[8dvh] pb-16">
        <div className="flex scale-125 justify-center">
          <Brand />
        </div>
        <div className="rounded-12 border border-line bg-surface p-6 text-base shadow-low sm:p-8">
          <Outlet />
        </div>
      </main>
    </div>
  )
}
