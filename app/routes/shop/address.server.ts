import { data } from '@remix-run/node'
import type { z } from 'zod'
import {
  type Buyer,
  buyerSchema,
  type Destination,
  destinationSchema,
  mostDestinations,
} from '~/orders/buying/checkout'
import type { Storefront } from '~/shops/storefront.server'
import type { AddressError, AddressForm, ErrorKey } from './address'
import type { Visit } from './visit.server'

const emptyPlace = { name: '', postalCode: '', address: '' }

/** The form as it opens: what was typed before, else what the shop knows of its member. */
export function openAddress({ buyer, destinations }: Visit, { member }: Storefront): AddressForm {
  const known = buyer ?? member
  return {
    buyer: { name: known?.name ?? '', email: known?.email ?? '', phone: known?.phone ?? '' },
    destinations: destinations.length > 0 ? destinations : [{ ...emptyPlace, name: known?.name ?? '' }],
    errors: [],
  }
}

export type Addressed =
  | { ok: true; buyer: Buyer; destinations: Destination[] }
  /** The form again: with another destination, one fewer, or with what is wrong. */
  | { ok: false; form: AddressForm; status: number }

/** Reads ご注文者 and お届け先. `more` and `fewer` only change how many destinations there are. */
export function readAddress(form: FormData): Addressed {
  const typed = typedIn(form)
  const intent = form.get('intent')
  if (intent === 'more' || intent === 'fewer') {
    const { destinations } = typed
    const more = [...destinations, emptyPlace].slice(0, mostDestinations)
    const changed = intent === 'more' ? more : destinations.slice(0, Math.max(destinations.length - 1, 1))
    return { ok: false, form: { ...typed, destinations: changed, errors: [] }, status: 200 }
  }
  const buyer = buyerSchema.safeParse(typed.buyer)
  const places = typed.destinations.map((place) => destinationSchema.safeParse(place))
  const errors = [
    ...errorsOf(buyer, (field) => `buyer.${field}`),
    ...places.flatMap((place, at) => errorsOf(place, (field) => `${field}.${at}`)),
  ]
  const destinations = places.flatMap((place) => (place.success ? [place.data] : []))
  if (buyer.success && errors.length === 0) return { ok: true, buyer: buyer.data, destinations }
  return { ok: false, form: { ...typed, errors }, status: 422 }
}

/** The same as an action answers it. */
export function askAgain({ form, status }: Extract<Addressed, { ok: false }>) {
  return data({ form }, status)
}

function typedIn(form: FormData): Omit<AddressForm, 'errors'> {
  const text = (name: string) => String(form.get(name) ?? '')
  const count = Math.min(Math.max(form.getAll('name').length, 1), mostDestinations)
  const all = (name: string) => form.getAll(name).map(String)
  const [names, codes, addresses] = [all('name'), all('postalCode'), all('address')]
  return {
    buyer: { name: text('buyer.name'), email: text('buyer.email'), phone: text('buyer.phone') },
    destinations: Array.from({ length: count }, (_, at) => ({
      name: names[at] ?? '',
      postalCode: codes[at] ?? '',
      address: addresses[at] ?? '',
    })),
  }
}

function errorsOf(parsed: z.ZodSafeParseResult<unknown>, fieldOf: (field: string) => string): AddressError[] {
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({
    field: fieldOf(String(path[0])),
    // The schemas' messages are keys of this area's texts.
    message: message as ErrorKey,
  }))
}
