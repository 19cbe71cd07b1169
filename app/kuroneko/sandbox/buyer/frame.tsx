import type { ReactNode } from 'react'
import type { BuyerTexts } from './texts'

type Props = {
  texts: BuyerTexts
  title: string
  /** Where the same page is in the other language, if it can be had again. */
  otherLanguage: string | null
  children: ReactNode
}

/** The frame of what a buyer sees of the sandbox: what it is not, first of all. */
export function Frame({ texts, title, otherLanguage, children }: Props) {
  return (
    <html lang={texts.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href="/sandbox.css" />
      </head>
      <body>
        <aside className="warning">{texts.warning}</aside>
        <header>
          <h1>{title}</h1>
          {otherLanguage && (
            <a href={otherLanguage} lang={texts.language === 'ja' ? 'en' : 'ja'}>
              {texts.otherLanguage}
            </a>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
