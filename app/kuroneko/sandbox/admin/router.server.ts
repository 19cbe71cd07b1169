import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'
import type { Clock } from '~/platform/clock'
import { refuseCrossSite } from '~/platform/http/same-origin.server'
import { type Faults, fault, isFaultKind } from '../faults'
import { currentTransaction, settleDue } from '../kuroneko-acts.server'
import { acts, after, isPossible } from '../life'
import type { SandboxStore } from '../store.server'
import type { Tokens } from '../tokens'
import type { SandboxTransaction, Trader } from '../transaction'
import { DetailPage } from './detail'
import { type Filter, ListPage } from './list'
import { addressOf, numberIn } from './shown'
import { style } from './style'
import { type Texts, textsIn } from './texts'

export type AdminParts = {
  store: SandboxStore
  traders: Trader[]
  faults: Faults
  tokens: Tokens
  clock: Clock
}

const cookie = 'kuroneko_sandbox_language'

const faultForm = z.object({
  kind: z.string().refine(isFaultKind),
  value: z.string().trim().default(''),
  trader: z.string().default(''),
  order: z.string().trim().default(''),
  function: z.string().default(''),
  times: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(999)])
    .default(null),
})
const amountForm = z.object({ amount: z.coerce.number().int().min(1).max(9_999_999).optional() })
const statusForm = z.object({ status: z.coerce.number().int().min(0).max(99) })
/** For a program that wants a token without the card page. */
const plainCard = { masked: '************1111', brand: '9', expiry: '1299', owner: 'TEST' }
const tokenForm = z.object({ trader_code: z.string().min(1), credit_error_code: z.string().optional() })

/** The merchant's admin page, and where the sandbox gives out card tokens. */
export function adminRouter(parts: AdminParts): Router {
  const { faults, clock, tokens } = parts
  const router = express.Router()
  router.use(closeFrame, refuseCrossSite(null), express.urlencoded({ extended: false, limit: '16kb' }))
  router.get('/sandbox.css', (_request, response) => response.type('css').send(style))
  router.get('/', list(parts))
  router.post('/language', (request, response) => {
    response.cookie(cookie, request.body.to === 'en' ? 'en' : 'ja', { sameSite: 'lax', httpOnly: true })
    response.redirect(303, '/')
  })

  router.get('/transactions/:trader/:number', withTransaction(parts, show))
  router.post('/transactions/:trader/:number/acts/:act', withTransaction(parts, act))
  router.post('/transactions/:trader/:number/status', withTransaction(parts, setStatus))

  router.post('/faults', (request, response) => {
    const form = faultForm.safeParse(request.body)
    if (!form.success || !isFaultKind(form.data.kind)) return void response.sendStatus(400)
    const { kind, value, trader, order, times } = form.data
    faults.add({
      ...fault(kind, value),
      traderCode: trader || null,
      orderNo: order || null,
      functionCode: form.data.function || null,
      left: times,
    })
    response.redirect(303, '/#faults')
  })
  router.post('/faults/:id/remove', (request, response) => {
    faults.remove(Number(request.params.id))
    response.redirect(303, '/#faults')
  })
  router.post('/token', (request, response) => {
    const form = tokenForm.safeParse(request.body)
    if (!form.success) return void response.sendStatus(400)
    const { trader_code, credit_error_code } = form.data
    const creditErrorCode = credit_error_code ?? null
    const grant = { traderCode: trader_code, card: plainCard, creditErrorCode, threeD: false, use: null }
    response.json({ token: tokens.issue(grant, clock.now()) })
  })
  return router

  function show(request: Request, response: Response, transaction: SandboxTransaction) {
    const said = request.query.said === 'done' ? 'done' : request.query.said === 'refused' ? 'refused' : null
    sendPage(response, createElement(DetailPage, { texts: textsOf(request), transaction, said }))
  }

  async function act(request: Request, response: Response, transaction: SandboxTransaction) {
    const chosen = acts.find((name) => name === request.params.act)
    const form = amountForm.safeParse(request.body)
    if (!chosen || !form.success) return void response.sendStatus(400)
    const possible = isPossible(chosen, transaction)
    if (possible) {
      const changed = changedBy(chosen, transaction, form.data.amount, clock.now())
      await parts.store.put(after(chosen, transaction, clock.now(), 'admin', changed))
    }
    response.redirect(303, `${addressOf(transaction)}?said=${possible ? 'done' : 'refused'}`)
  }

  /** For states that no act leads to, such as a failed cancellation (16). */
  async function setStatus(request: Request, response: Response, transaction: SandboxTransaction) {
    const form = statusForm.safeParse(request.body)
    if (!form.success) return void response.sendStatus(400)
    const at = clock.now().toISOString()
    const statusInfo = form.data.status
    const entry = { at, by: 'admin', act: 'set', statusInfo, amount: transaction.amount } as const
    const history = [...transaction.history, entry]
    const cancelledAt = statusInfo === 40 ? at : null
    await parts.store.put({ ...transaction, statusInfo, renewedAt: at, cancelledAt, history })
    response.redirect(303, `${addressOf(transaction)}?said=done`)
  }
}

function changedBy(
  act: string,
  transaction: SandboxTransaction,
  amount: number | undefined,
  now: Date,
): Partial<SandboxTransaction> {
  if (act === 'change_amount') return { amount: amount ?? transaction.amount }
  if (act === 'cancel_shipment') return { slips: [] }
  if (act !== 'register_shipment') return {}
  // Without a parcel of Yamato's the order's own number stands for the slip.
  const slip = { number: transaction.orderNo, service: '99', registeredAt: now.toISOString() } as const
  return { slips: [...transaction.slips, slip] }
}

function list({ store, traders, faults, clock }: AdminParts): RequestHandler {
  return async (request, response) => {
    await settleDue(store, clock.now())
    const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
    const { number, trader, status } = request.query
    const filter: Filter = { number: text(number), trader: text(trader), status: text(status) }
    const found = store.all().filter((one) => matches(one, filter))
    const rules = faults.list()
    sendPage(response, createElement(ListPage, { texts: textsOf(request), traders, filter, found, rules }))
  }
}

function matches(one: SandboxTransaction, { number, trader, status }: Filter): boolean {
  return (
    one.orderNo.includes(number.toUpperCase()) &&
    (!trader || one.traderCode === trader) &&
    (!status || String(one.statusInfo) === status)
  )
}

type Handle = (request: Request, response: Response, transaction: SandboxTransaction) => unknown

function withTransaction(
  { store, clock }: AdminParts,
  handle: Handle,
): RequestHandler<Record<string, string>> {
  return async (request, response, next) => {
    const { trader = '', number = '' } = request.params
    try {
      const found = await currentTransaction(store, trader, numberIn(number), clock.now())
      if (found) await handle(request, response, found)
      else response.sendStatus(404)
    } catch (error) {
      next(error)
    }
  }
}

/** No script, no frame, nothing from elsewhere: order numbers are whatever somebody registered. */
const closeFrame: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  next()
}

function textsOf(request: Request): Texts {
  return textsIn(request.headers.cookie?.includes(`${cookie}=en`) ? 'en' : 'ja')
}

function sendPage(response: Response, page: ReactElement): void {
  response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`)
}
