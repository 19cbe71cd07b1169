import { Link } from '@remix-run/react'
import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { VisuallyHidden } from '~/ui/visually-hidden'
import type { Finding } from '~/verdicts/findings'
import type { Link as Help, Severity } from '~/verdicts/rules'
import { useFindingWords } from './finding-words'

const looks: Record<Severity, { icon: LucideIcon; color: string }> = {
  no: { icon: CircleX, color: 'text-red-mark' },
  ord: { icon: CircleX, color: 'text-red-mark' },
  look: { icon: TriangleAlert, color: 'text-amber-mark' },
  info: { icon: Info, color: 'text-sky-mark' },
}

/** Where each kind of help is for one request; what is not there is told in words only. */
export type HelpAddresses = Partial<Record<Help, string>>

/** Findings by weight: what was found, what to do next, where that is done, and the rule it comes from. */
export function FindingList({ findings, help }: { findings: readonly Finding[]; help: HelpAddresses }) {
  return (
    <ul className="divide-y divide-line">
      {findings.map((finding) => (
        <Item key={finding.id} finding={finding} to={addressOf(finding, help)} />
      ))}
    </ul>
  )
}

function Item({ finding, to }: { finding: Finding; to: string | undefined }) {
  const { t } = useTranslation('verdicts')
  const words = useFindingWords()(finding)
  const { icon, color } = looks[finding.severity]
  return (
    <li className="grid grid-cols-[auto_1fr_auto] gap-x-2.5 px-4 py-2.5">
      <span className={`pt-0.5 ${color}`}>
        <Icon of={icon} />
        <VisuallyHidden>{t(`severities.${finding.severity}`)}</VisuallyHidden>
      </span>
      <div className="min-w-0">
        <Link to={`/help/rules#${finding.id}`} className="text-sm font-bold hover:underline">
          {words.title}
        </Link>
        <p className="text-sm">{words.sentence}</p>
        <p className="text-xs text-muted">{words.next}</p>
      </div>
      {to && finding.link && (
        <Link
          to={to}
          className="text-xs font-semibold whitespace-nowrap text-primary underline"
          preventScrollReset
        >
          {t(`links.${finding.link}`)}
        </Link>
      )}
    </li>
  )
}

function addressOf({ link, params }: Finding, help: HelpAddresses): string | undefined {
  if (!link) return undefined
  const named = link === 'other_request' || link === 'reverted_request'
  return named && help[link] ? `${help[link]}/${params.reference ?? ''}` : help[link]
}
