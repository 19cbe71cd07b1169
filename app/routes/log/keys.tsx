import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authenticKeys, originOf, signingAt } from '~/audit/seal/keys.server'
import { formatVkey } from '~/audit/seal/note'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { systemClock } from '~/platform/clock'
import { Brand } from '~/ui/brand'
import { buttonStyle } from '~/ui/button'
import { Card } from '~/ui/card'
import { LanguageSwitch } from '~/ui/language-switch'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { KeyCard } from './key-card'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader({ request, context: { db, config, desk } }: LoaderFunctionArgs) {
  const found = await authenticKeys(db, config.secret)
  const signing = signingAt(found, (desk?.clock ?? systemClock).now())
  const keys = found.keys.map((key) => ({
    vkey: formatVkey(key.verifier),
    since: key.createdAt,
    signs: signing.includes(key),
  }))
  return { title: translator(request)('log:keys.title'), origin: originOf(found), keys: keys.reverse() }
}

/** The keys that sign the log, for anybody who has a proof or a checkpoint in hands. */
export default function Keys() {
  const { title, origin, keys } = useLoaderData<typeof loader>()
  const { t } = useTranslation('log')
  return (
    <>
      <header className="flex items-center justify-between p-3 print:hidden">
        <a href="/" className="p-1">
          <Brand />
        </a>
        <LanguageSwitch />
      </header>
      <main>
        <Page title={title} lead={t('keys.lead')} narrow>
          {origin === null ? (
            <Card>{t('keys.none')}</Card>
          ) : (
            <Card title={t('keys.origin')}>
              <code className="break-all">{origin}</code>
            </Card>
          )}
          {keys.map((key) => (
            <KeyCard key={key.vkey} {...key} />
          ))}
          <HowToCheck sealed={origin !== null} />
        </Page>
      </main>
    </>
  )
}

function HowToCheck({ sealed }: { sealed: boolean }) {
  const { t } = useTranslation('log')
  return (
    <Card title={t('keys.howTitle')}>
      <ol className="grid list-decimal gap-2 pl-5">
        <li>{t('keys.how.elsewhere')}</li>
        <li>{t('keys.how.offline')}</li>
        <li>{t('keys.how.older')}</li>
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        <a href="/verify" className={buttonStyle({ size: 'sm' })}>
          {t('keys.verify')}
        </a>
        {sealed && (
          <a href="/log/checkpoint" className={buttonStyle({ size: 'sm' })}>
            {t('keys.checkpoint')}
          </a>
        )}
      </div>
      <p className="mt-4 text-sm text-muted">{t('keys.format')}</p>
    </Card>
  )
}
