import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actionGroupNames } from '~/audit/search/action-groups'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { requireDesk } from '~/routes/session.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { pageTitle } from '~/ui/title'
import { HelpPage, Points } from './help-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  requireDesk(args)
  return { title: translator(args.request)('help:audit.title') }
}

/** What proof files do not prove; the words are those of the page that checks them. */
const unproven = ['later', 'newest', 'truth', 'identity', 'clock', 'unwitnessed'] as const

/** What is recorded, how to find it, and how far it can be proven. */
export default function AuditHelp() {
  const { t } = useTranslation(['help', 'audit', 'audit-search', 'verify'])
  const { title } = useLoaderData<typeof loader>()
  return (
    <HelpPage title={title} lead={t('help:audit.lead')}>
      <Card title={t('help:audit.recorded.title')}>
        <div className="grid gap-3">
          <p>{t('help:audit.recorded.lead')}</p>
          <ul className="columns-2 gap-6 pl-6 md:columns-3 [&>li]:list-disc">
            {actionGroupNames.map((group) => (
              <li key={group}>{t(`audit-search:actions.${group}`)}</li>
            ))}
          </ul>
        </div>
      </Card>
      <Card title={t('help:audit.history.title')}>
        <Points
          points={[
            t('help:audit.history.order'),
            t('help:audit.history.asOf'),
            t('help:audit.history.search'),
            t('help:audit.history.scope'),
          ]}
        />
      </Card>
      <Card
        title={t('help:audit.proof.title')}
        end={
          <>
            <LinkButton to="/verify" size="sm" reloadDocument>
              {t('verify:title')}
            </LinkButton>
            <LinkButton to="/log/keys" size="sm">
              {t('help:audit.proof.openKeys')}
            </LinkButton>
          </>
        }
      >
        <Points
          points={[
            t('help:audit.proof.take'),
            t('help:audit.proof.send', { verify: t('verify:title') }),
            t('help:audit.proof.keys'),
          ]}
        />
      </Card>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card title={t('help:audit.proven.title')}>
          <Points
            points={[
              t('help:audit.proven.included'),
              t('help:audit.proven.whole'),
              t('help:audit.proven.signed'),
            ]}
          />
        </Card>
        <Card title={t('help:audit.unproven.title')}>
          <Points points={unproven.map((what) => t(`verify:unproven.${what}`))} />
        </Card>
      </div>
      <Card
        title={t('help:audit.check.title')}
        end={
          <LinkButton to="/audit/verify" size="sm">
            {t('help:audit.check.open')}
          </LinkButton>
        }
      >
        <Points
          points={[
            t('help:audit.check.nightly'),
            t('help:audit.check.now', { page: t('audit:check.title') }),
          ]}
        />
      </Card>
      <Card title={t('help:audit.export.title')}>
        <Points points={[t('help:audit.export.what'), t('help:audit.export.erased')]} />
      </Card>
    </HelpPage>
  )
}
