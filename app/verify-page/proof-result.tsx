import { CircleCheck, CircleX, Info } from 'lucide-react'
import type { Checked, Proven } from '~/audit/proof/check'
import { actWords, proofFaultWords, provenWords, unprovenWords } from '~/audit/proof/proof-words'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { ProvenRecord } from './proven-record'

/** What the check of one file says. */
export function ProofResult({ name, checked }: { name: string; checked: Checked }) {
  const { t } = useTranslation(['verify', 'audit', 'common'])
  const [tone, Mark] = checked.ok
    ? ['border-green-mark bg-green-soft text-green', CircleCheck]
    : ['border-red-mark bg-red-soft text-red', CircleX]
  return (
    <article
      aria-label={name}
      className="min-w-0 overflow-clip rounded-8 border border-line bg-surface shadow-low"
    >
      <header className={`border-l-4 px-4 py-3 ${tone}`}>
        <p className="figures text-xs break-all">{name}</p>
        <h3 className="flex items-center gap-2 text-lg font-bold">
          <Icon of={Mark} size="lg" />
          {t(checked.ok ? 'verify:good' : 'verify:bad')}
        </h3>
        {checked.ok ? (
          <>
            <p className="font-bold text-ink">{actWords(t, checked.proven.event)}</p>
            <p className="text-ink">{t('verify:goodDetail', { origin: checked.proven.log.origin })}</p>
          </>
        ) : (
          <ul className="text-ink">
            {checked.faults.map((fault) => (
              <li key={fault.kind}>{proofFaultWords(t, fault)}</li>
            ))}
          </ul>
        )}
      </header>
      {checked.ok && <WhatItSays proven={checked.proven} />}
    </article>
  )
}

function WhatItSays({ proven }: { proven: Proven }) {
  const { t } = useTranslation(['verify', 'audit', 'common'])
  return (
    <div className="grid grid-cols-1 gap-4 p-4">
      <ProvenRecord proven={proven} />
      <div className="grid gap-4 md:grid-cols-2">
        <List
          title={t('verify:proven.title')}
          mark={CircleCheck}
          tone="text-green"
          lines={provenWords(t, proven)}
        />
        <List
          title={t('verify:unproven.title')}
          mark={Info}
          tone="text-amber"
          lines={unprovenWords(t, proven)}
        />
      </div>
    </div>
  )
}

type ListProps = { title: string; mark: typeof Info; tone: string; lines: string[] }

function List({ title, mark, tone, lines }: ListProps) {
  return (
    <section className="min-w-0">
      <h4 className="mb-1 font-bold">{title}</h4>
      <ul className="grid gap-1.5">
        {lines.map((line) => (
          <li key={line} className="flex min-w-0 gap-2">
            <Icon of={mark} className={`mt-1 ${tone}`} />
            <span className="min-w-0 break-words">{line}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
