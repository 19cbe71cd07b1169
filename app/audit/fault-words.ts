import type { TFunction } from 'i18next'
import type { Shown } from './events'
import type { ChainFault, Fault } from './faults'
import type { TreeFault } from './seal/tree-faults'

/**
 * A fault in a sentence.
 * @param shown how to say what an order shows
 */
export function faultWords(
  t: TFunction<['audit', 'common']>,
  fault: Fault,
  shown: (shown: Shown) => string,
): string {
  return fault.owner === 'tree' ? treeFaultWords(t, fault) : chainFaultWords(t, fault, shown)
}

function treeFaultWords(t: TFunction<['audit', 'common']>, fault: TreeFault): string {
  switch (fault.kind) {
    case 'leaf_gap':
      return t('audit:faults.leaf_gap', { index: fault.index })
    case 'tile':
      return t('audit:faults.tile', { level: fault.level, index: fault.index })
    case 'unsigned':
      return t('audit:faults.unsigned', { size: fault.size, leaves: fault.leaves })
    case 'forged_key':
      return t('audit:faults.forged_key', { key: fault.key })
    case 'checkpoint':
    case 'kept':
      return t(`audit:faults.${fault.kind}`, {
        size: fault.size,
        why: t(`audit:faults.why.${fault.why}`),
      })
  }
}

function chainFaultWords(
  t: TFunction<['audit', 'common']>,
  fault: ChainFault,
  shown: (shown: Shown) => string,
): string {
  const none = t('audit:faults.nothing')
  const place = fault.seq === null ? t('audit:faults.now') : t('audit:faults.at', { seq: fault.seq })
  switch (fault.kind) {
    case 'missing':
    case 'cut_off':
      return t(`audit:faults.${fault.kind}`, { seq: fault.seq, until: fault.until })
    case 'columns':
      return t('audit:faults.columns', { seq: fault.seq, columns: fault.columns.join(', ') })
    case 'status': {
      const recorded = fault.recorded ? shown(fault.recorded) : none
      return t('audit:faults.status', { place, recorded, found: shown(fault.found) })
    }
    case 'state': {
      const states: Record<string, string> = t('common:states', { returnObjects: true })
      const word = (code: string | null) => (code === null ? none : (states[code] ?? code))
      const { reference, recorded, found } = fault
      return t('audit:faults.state', { place, reference, recorded: word(recorded), found: word(found) })
    }
    case 'order': {
      const field = t(`audit:faults.fields.${fault.field}`)
      return t('audit:faults.order', { field, recorded: fault.recorded, found: fault.found })
    }
    case 'decision':
      return t('audit:faults.decision', { reference: fault.reference })
    case 'archived':
      return t('audit:faults.archived', {
        month: fault.month,
        recorded: fault.recorded,
        found: fault.found,
      })
    default:
      return t(`audit:faults.${fault.kind}`, { seq: fault.seq })
  }
}
