import { useTranslation } from '~/i18n/use-translation'
import { Pill } from '~/ui/pill'
import { type FindingId, findingIds, isOverridable, rules, type Subject } from '~/verdicts/rules'
import { ruleWords } from '~/verdicts/words'
import { SeverityPill } from './severity-pill'

/** Every rule about one thing. A finding's link leads to its own, which then stands out. */
export function RuleList({ subject }: { subject: Subject }) {
  return (
    <ul className="divide-y divide-line">
      {findingIds
        .filter((id) => rules[id].about === subject)
        .map((id) => (
          <Rule key={id} id={id} />
        ))}
    </ul>
  )
}

function Rule({ id }: { id: FindingId }) {
  const { t } = useTranslation(['verdicts', 'orders'])
  const { title, sentence, next } = ruleWords(t, id)
  return (
    <li
      id={id}
      className="scroll-mt-[calc(var(--shell-top)+1rem)] px-4 py-3 target:bg-primary-soft md:grid md:grid-cols-[16rem_1fr] md:gap-4"
    >
      <div className="mb-1 flex flex-wrap items-start content-start gap-1.5">
        <h3 className="w-full text-md font-bold">{title}</h3>
        <SeverityPill severity={rules[id].severity} />
        {isOverridable(id) && <Pill hollow>{t('verdicts:page.overridable')}</Pill>}
      </div>
      <div>
        <p>{sentence}</p>
        <p className="text-sm text-muted">
          {t('verdicts:page.next')}: {next}
        </p>
      </div>
    </li>
  )
}
