import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { demoShops } from '~/cli/demo/people'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { buttonStyle } from '~/ui/button'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { requireDesk } from '../session.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  requireDesk(args)
  const isDemo = args.context.config.database === null
  return {
    title: translator(args.request)('help-cards:title'),
    shops: isDemo ? Object.values(demoShops).map(({ code, name }) => ({ code, name })) : [],
  }
}

const saving = ['one', 'two', 'three', 'four'] as const
const deleting = [...saving, 'five'] as const

/** A guide for whoever is asked by a shop's member how a card is saved or deleted. */
export default function SavedCards() {
  const { t } = useTranslation('help-cards')
  const { title, shops } = useLoaderData<typeof loader>()
  return (
    <Page title={title} lead={t('lead')} help="/help" narrow>
      <Card title={t('before.title')}>
        <ul className="grid list-disc gap-1.5 pl-5">
          {(['setting', 'member', 'myPage', 'most', 'kept'] as const).map((point) => (
            <li key={point}>{t(`before.${point}`)}</li>
          ))}
        </ul>
      </Card>
      <HowTo title={t('save.title')} steps={(form) => saving.map((step) => t(`save.${form}.${step}`))} />
      <HowTo
        title={t('delete.title')}
        steps={(form) => deleting.map((step) => t(`delete.${form}.${step}`))}
      />
      <Card title={t('trouble.title')}>
        <ul className="grid list-disc gap-1.5 pl-5">
          {(['offer', 'reserved', 'full', 'instead'] as const).map((point) => (
            <li key={point}>{t(`trouble.${point}`)}</li>
          ))}
        </ul>
      </Card>
      {shops.length > 0 && (
        <Card title={t('try.title')}>
          <p>{t('try.lead')}</p>
          <div className="mt-3 flex flex-wrap gap-2">
            {shops.map(({ code, name }) => (
              <a key={code} href={`/shop/${code}`} className={buttonStyle({ size: 'sm' })}>
                {name}
              </a>
            ))}
          </div>
        </Card>
      )}
    </Page>
  )
}

const forms = ['smart', 'classic'] as const

/** One act, step by step, in both checkouts. */
function HowTo({ title, steps }: { title: string; steps: (form: (typeof forms)[number]) => string[] }) {
  const { t } = useTranslation('help-cards')
  return (
    <Card title={title}>
      <div className="grid gap-5 md:grid-cols-2">
        {forms.map((form) => (
          <section key={form} className="grid content-start gap-2">
            <h3 className="font-bold">{t(form)}</h3>
            <ol className="grid list-decimal gap-1.5 pl-5">
              {steps(form).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Card>
  )
}
