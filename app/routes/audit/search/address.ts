import { type AuditFilter, type FilterField, filterToQuery } from '~/audit/search/filter'
import { daysOf, periods } from '~/audit/search/period'

/** The search's address for a filter. */
export function searchAddress(filter: AuditFilter): string {
  return withQuery(filterToQuery(filter))
}

/** Where what a filter finds is exported. */
export function exportAddress(filter: AuditFilter): string {
  const query = filterToQuery(filter)
  return query.size > 0 ? `/audit/export?${query}` : '/audit/export'
}

/** The search's address without some of the filter's fields. */
export function searchWithout(filter: AuditFilter, fields: readonly FilterField[]): string {
  const query = filterToQuery(filter)
  for (const field of fields) query.delete(field)
  return withQuery(query)
}

export function withQuery(query: URLSearchParams): string {
  return query.size > 0 ? `/audit?${query}` : '/audit'
}

/**
 * What a form's address is better said as: without its empty fields, and with the days of the period whose button was
 * pressed. Null where it is well as it is.
 */
export function tidied(query: URLSearchParams, now: Date): URLSearchParams | null {
  const filled = [...query].filter(([field, value]) => field !== 'period' && value.trim() !== '')
  const tidy = new URLSearchParams(filled)
  const period = periods.find((each) => each === query.get('period'))
  if (period) {
    const days = daysOf(period, now)
    tidy.set('from', days.from)
    tidy.set('to', days.to)
  }
  return tidy.toString() === query.toString() ? null : tidy
}
