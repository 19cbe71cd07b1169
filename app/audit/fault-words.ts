import type { TFunction } from 'i18next'
import type { Shown } from './events'
import type { ChainFault } from './faults'

/**
 * A fault in a sentence.
 * @param shown how to say what an order shows
 */
export function faultWords(
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
