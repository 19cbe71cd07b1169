import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { systemClock } from '~/platform/clock'
import { kuronekoAddress } from '~/platform/config.server'
import { openStorefront, type Storefront } from '~/shops/storefront.server'
import { redirectWithToast, type ToastWords } from '~/ui/toast.server'
import { notFound } from '../session.server'
import { keeping, readVisit, type Visit } from './visit.server'

export type ShopArgs = LoaderFunctionArgs | ActionFunctionArgs

/** A shop of the demo, and what this browser is doing in it. */
export type Visited = {
  front: Storefront
  visit: Visit
  /** `/shop/hananoya` */
  home: string
  /** The address at which buyers reach this shop, for whoever sends them back. */
  origin: string
  kuronekoUrl: string
  /** Leads on within the shop, keeping what is changed of the visit. */
  goTo(path: string, changed?: Partial<Visit>): Promise<Response>
  goToWithToast(path: string, words: ToastWords, changed?: Partial<Visit>): Promise<Response>
}

/** Opens the shop named in the address; 404 where there is none, and beside a real database. */
export async function visitShop({ context, params, request }: ShopArgs): Promise<Visited> {
  const { config, db, kuroneko, jobs } = context
  const { code = '' } = params
  if (config.database !== null) throw notFound()
  const visit = await readVisit(config, code, request)
  const parts = { db, clock: systemClock, kuroneko, jobs, secret: config.secret }
  const front = await openStorefront(parts, code, visit.memberId)
  if (!front) throw notFound()
  const home = `/shop/${code}`
  const kept = (changed?: Partial<Visit>) =>
    changed ? keeping(config, code, { ...visit, ...changed }) : new Headers()
  return {
    ...{ front, visit, home, kuronekoUrl: kuronekoAddress(config) },
    origin: config.publicUrl ?? new URL(request.url).origin,
    goTo: async (path, changed) => redirect(home + path, { headers: await kept(changed) }),
    goToWithToast: async (path, words, changed) => redirectWithToast(home + path, words, await kept(changed)),
  }
}
