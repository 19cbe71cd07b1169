import { Link } from '@remix-run/react'
import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useLateTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { VisuallyHidden } from '~/ui/visually-hidden'
import type { Finding } from '~/verdicts/findings'
import type { Severity } from '~/verdicts/rules'
import { useFindingWords } from '../verdict/finding-words'

const looks: Record<Severity, { icon: LucideIcon; color: string }> = {
  no: { icon: CircleX, color: 'text-red-mark' },
  ord: { icon: CircleX, color: 'text-red-mark' },
  look: { icon: TriangleAlert, color: 'text-amber-mark' },
  info: { icon: Info, color: 'text-sky-mark' },
}

/**
 * Findings as the shop reads them: what was found, and what the shop does next.
 * @param order the address of the order that they are about
 */
export function ShopFindings({ findings, order }: { findings: readonly Finding[]; order: string | null }) {
  return (
    <ul className="grid gap-3">
      {findings.map((finding) => (
        <Item key={finding.id} finding={finding} to={addressOf(finding, order)} />
      ))}
    </ul>
  )
}

function Item({ finding, to }: { finding: Finding; to: string | null }) {
  const { t } = useLateTranslation(['requests', 'verdicts'])
  const words = useFindingWords()(finding)
  const own = t('shopNext', { returnObjects: true })
  const next = finding.id in own ? own[finding.id as keyof typeof own] : words.next
  const { icon, color } = looks[finding.severity]
  return (
    <li className="flex gap-2 text-sm">
      <span className={`pt-0.5 ${color}`}>
        <Icon of={icon} />
        <VisuallyHidden>{t(`verdicts:severities.${finding.severity}`)}</VisuallyHidden>
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{words.sentence}</p>
        <p className="text-muted">{next}</p>
        <p className="flex flex-wrap gap-x-4">
          {to && finding.link && (
            <Link to={to} className="font-semibold text-primary underline underline-offset-2">
              {t(`verdicts:links.${finding.link}`)}
            </Link>
          )}
          <Link
            to={`/help/rules#${finding.id}`}
            className="text-muted underline underline-offset-2"
            aria-label={t('kuroneko.ruleNamed', { title: words.title })}
          >
            {t('kuroneko.rule')}
          </Link>
        </p>
      </div>
    </li>
  )
}

function addressOf({ link, params }: Finding, order: string | null): string | null {
  switch (link) {
    case 'capture':
    case 'cancel':
      return order && `${order}${order.includes('?') ? '&' : '?'}do=${link}`
    case 'order':
      return order
    case 'other_request':
    case 'reverted_request':
      return params.reference ? `/requests/${params.reference}` : null
    default:
      return null
  }
}
