import { z } from 'zod'
import { normaliseOrderNumber } from '~/platform/order-number'
import { EvidenceOutcome, PaymentStatus, ShippingStatus } from '~/platform/prisma/enums'
import { actionGroupNames } from './action-groups'

/** Actors that are not one person: the desk's people taken together, and what nobody did. */
export const actorKinds = ['desk', 'system'] as const

/** What can be wrong with a field of the filter; each has its text in `audit-search:errors`. */
export const filterErrors = [
  'long',
  'choice',
  'day',
  'days',
  'yen',
  'amounts',
  'person',
  'short',
  'terms',
] as const
export type FilterError = (typeof filterErrors)[number]

const highestYen = 2_147_483_647
const mostTerms = 8

const coded = (error: FilterError) => ({ error })
const text = (most: number) => z.string().trim().max(most, coded('long'))
const day = z.iso.date(coded('day'))
/** `100000`, `１００，０００円`, `¥100,000`. */
const yen = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replace(/[\s,、円¥]/gu, ''))
  .pipe(
    z
      .string()
      .regex(/^\d{1,10}$/u, coded('yen'))
      .transform(Number),
  )
  .refine((amount) => amount <= highestYen, coded('yen'))

/** The words apart: an event is looked for that has all of them. */
export function termsOf(words: string): string[] {
  return words.normalize('NFKC').split(/\s+/u).filter(Boolean)
}

/**
 * What the log is narrowed by, as an address says it; every field may be absent. Search and export take the same. Days
 * are Tokyo's and both included; amounts are yen and both included; statuses are those that an event moved from or to.
 */
export const filterSchema = z
  .object({
    /** The beginning of an order number. */
    number: text(64).transform(normaliseOrderNumber).optional(),
    /** A shop's code. */
    shop: text(64).optional(),
    /** A request's, MT-2026-000123. */
    reference: text(64).transform(normaliseOrderNumber).optional(),
    /** A person's id, or one of `actorKinds`. */
    actor: z.union([z.enum(actorKinds), z.uuid(coded('person'))], coded('person')).optional(),
    action: z.array(z.enum(actionGroupNames, coded('choice'))).optional(),
    outcome: z.enum(['done', 'refused'], coded('choice')).optional(),
    paymentBefore: z.enum(PaymentStatus, coded('choice')).optional(),
    paymentAfter: z.enum(PaymentStatus, coded('choice')).optional(),
    shippingBefore: z.enum(ShippingStatus, coded('choice')).optional(),
    shippingAfter: z.enum(ShippingStatus, coded('choice')).optional(),
    amountFrom: yen.optional(),
    amountTo: yen.optional(),
    evidence: z.enum(EvidenceOutcome, coded('choice')).optional(),
    from: day.optional(),
    to: day.optional(),
    /** What people wrote. */
    words: text(200)
      .refine((words) => termsOf(words).every((term) => [...term].length >= 2), coded('short'))
      .refine((words) => termsOf(words).length <= mostTerms, coded('terms'))
      .optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], ...coded('days') })
  .refine(({ amountFrom, amountTo }) => !(amountFrom && amountTo !== undefined && amountFrom > amountTo), {
    path: ['amountTo'],
    ...coded('amounts'),
  })
export type AuditFilter = z.infer<typeof filterSchema>
export type FilterField = keyof AuditFilter

export const filterFields = Object.keys(filterSchema.shape) as FilterField[]

/** As it stands in the form: what was typed, right or wrong. */
export type TypedFilter = Partial<Record<Exclude<FilterField, 'action'>, string>> & { action?: string[] }
export type FilterProblems = Partial<Record<FilterField, FilterError>>
export type ReadFilter = { filter: AuditFilter; typed: TypedFilter; problems: FilterProblems }

/** Reads a filter from an address. What is wrong is said at its field, and the rest holds without it. */
export function readFilter(query: URLSearchParams): ReadFilter {
  const typed: TypedFilter = {}
  for (const field of filterFields) {
    const values = query
      .getAll(field)
      .map(withoutNul)
      .filter((value) => value.trim() !== '')
    if (values[0] === undefined) continue
    if (field === 'action') typed.action = values
    else typed[field] = values[0]
  }
  return { typed, ...accepted(typed) }
}

/** PostgreSQL has no text with NUL in it. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

function accepted(typed: TypedFilter): Omit<ReadFilter, 'typed'> {
  const parsed = filterSchema.safeParse(typed)
  if (parsed.success) return { filter: parsed.data, problems: {} }
  const problems = problemsOf(parsed.error)
  const right = Object.entries(typed).filter(([field]) => !(field in problems))
  const rest = accepted(Object.fromEntries(right))
  return { filter: rest.filter, problems: { ...rest.problems, ...problems } }
}

function problemsOf({ issues }: z.ZodError): FilterProblems {
  const problems: FilterProblems = {}
  for (const { path, message } of issues) {
    const field = filterFields.find((name) => name === path[0])
    const problem = filterErrors.find((error) => error === message)
    if (field) problems[field] ??= problem ?? 'choice'
  }
  return problems
}

/** The address's part that says this filter, always in the same order; `readFilter` reads it back. */
export function filterToQuery(filter: AuditFilter): URLSearchParams {
  const query = new URLSearchParams()
  for (const field of filterFields) {
    const value = filter[field]
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== '') query.append(field, String(each))
    }
  }
  return query
}
