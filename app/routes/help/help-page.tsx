import { Link } from '@remix-run/react'
import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'

/** The frame of a page of the help: the way back to the contents, and what is on the page. */
export function HelpPage({
  title,
  lead,
  sections = [],
  end,
  children,
}: {
  title: string
  lead: string
  sections?: readonly { id: string; title: string }[]
  end?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('help')
  return (
    <Page
      title={title}
      lead={lead}
      end={
        <>
          <LinkButton to="/help" icon={<Icon of={BookOpen} />}>
            {t('contents')}
          </LinkButton>
          {end}
        </>
      }
    >
      {sections.length > 0 && (
        <nav aria-label={t('onThisPage')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          {sections.map((section) => (
            <Link
              key={section.id}
              to={`#${section.id}`}
              className="pointer-coarse:py-2 text-primary underline"
            >
              {section.title}
            </Link>
          ))}
        </nav>
      )}
      {children}
    </Page>
  )
}

/** A card that the page's contents, or another page, lead to. */
export function Section({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="grid scroll-mt-[calc(var(--shell-top)+1rem)] gap-4">
      {children}
    </div>
  )
}

/** What one does, in order. */
export function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="grid list-decimal gap-1 pl-6">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

/** What holds, in no order. */
export function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-6">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}
