import type { ReactNode } from 'react'
import type { Texts } from './texts'

/** The frame of every admin page: what it is not, first of all. */
export function Page({ texts, children }: { texts: Texts; children: ReactNode }) {
  return (
    <html lang={texts.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{texts.title}</title>
        <link rel="stylesheet" href="/sandbox.css" />
      </head>
      <body>
        <aside className="warning">{texts.warning}</aside>
        <header>
          <h1>
            <a href="/">{texts.title}</a>
          </h1>
          <form method="post" action="/language">
            <input type="hidden" name="to" value={texts.language === 'ja' ? 'en' : 'ja'} />
            <button type="submit" className="plain" lang={texts.language === 'ja' ? 'en' : 'ja'}>
              {texts.otherLanguage}
            </button>
          </form>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
