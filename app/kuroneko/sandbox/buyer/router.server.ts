import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'
import type { Language } from '~/i18n/languages'
import type { Clock } from '~/platform/clock'
import { refuseCrossSite } from '~/platform/http/same-origin.server'
import { settleDue } from '../kuroneko-acts.server'
import type { SandboxStore } from '../store.server'
import { broughtBack, type Verdict, verdicts } from '../three-d.server'
import type { Tokens } from '../tokens'
import type { SandboxTransaction, Trader } from '../transaction'
import { type Asked, askedOf } from './asked.server'
import { CardPage } from './card-page.server'
import { IssuerPage } from './issuer-page'
import { SorryPage } from './sorry-page'
import { buyerTexts } from './texts'
import { cardOf, newCard, type Problems, type TypedForm } from './typed.server'

export type BuyerParts = {
  store: SandboxStore
  traders: Trader[]
  tokens: Tokens
  clock: Clock
  shopOrigins: string[]
}

const text = z.string().max(100).catch('')
const typedSchema = z.object({
  pay_with: text,
  card_no: text,
  card_exp: text,
  card_owner: text,
  security_code: text,
})
const verdictForm = z.object({
  verdict: z.string().refine((verdict): verdict is Verdict => Object.hasOwn(verdicts, verdict)),
})

/** What a buyer sees of Kuroneko: the page for the card, and the issuer's question. Both work without scripts. */
export function buyerRouter(parts: BuyerParts): Router {
  const router = express.Router()
  const form = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 40 })
  router.use(['/card', '/three-d'], refuseCrossSite(null))
  router.get('/card', showCard(parts))
  router.post('/card', form, takeCard(parts))
  router.get('/three-d/:session', withQuestion(parts, askBuyer))
  router.post('/three-d/:session', form, withQuestion(parts, answerShop(parts)))
  return router
}

function showCard(parts: BuyerParts): RequestHandler {
  return (request, response) => {
    const asked = askedOf(parts, request.query)
    if (!asked) return sorry(response, 400, languageOf(request), 'wrongCall')
    sendCardPage(response, asked)
  }
}

function takeCard(parts: BuyerParts): RequestHandler {
  return (request, response) => {
    const { tokens, clock } = parts
    const asked = askedOf(parts, request.body)
    if (!asked) return sorry(response, 400, languageOf(request), 'wrongCall')
    if (request.body.act === 'give_up') return goBack(response, asked.returnTo, {})
    const typed: TypedForm = typedSchema.parse(request.body)
    const found = cardOf(asked, typed, clock.now())
    if (!found.ok) return sendCardPage(response.status(422), asked, typed, found.problems)
    const { card, savedCardId, creditErrorCode, threeD } = found.chosen
    const { holder, query, trader } = asked
    const { memberId = '', authenticationKey = '' } = holder ?? {}
    // A saved card is used, a typed one saved or not.
    const isKept = holder && (savedCardId !== null || query.save === '1')
    const use = isKept ? { memberId, authenticationKey, savedCardId } : null
    const grant = { traderCode: trader.code, card, creditErrorCode, threeD, use }
    goBack(response, asked.returnTo, {
      token: tokens.issue(grant, clock.now()),
      card_code_api: card.brand,
      masked_card_no: card.masked,
    })
  }
}

function sendCardPage(
  response: Response,
  asked: Asked,
  typed?: Pick<TypedForm, 'pay_with' | 'card_exp' | 'card_owner'>,
  problems: Problems = {},
): void {
  const { query, returnTo, holder } = asked
  const texts = buyerTexts(query.lang)
  const first = holder?.cards[0]?.id ?? newCard
  const lang = query.lang === 'ja' ? 'en' : 'ja'
  const page = createElement(CardPage, {
    texts,
    asked,
    problems,
    typed: typed ?? { pay_with: first, card_exp: '', card_owner: '' },
    otherLanguage: `/card?${new URLSearchParams({ ...query, lang })}`,
  })
  send(response, page, returnTo)
}

type Question = { transaction: SandboxTransaction; returnTo: URL }

function withQuestion(
  { store, clock }: BuyerParts,
  handle: (request: Request, response: Response, question: Question) => void,
): RequestHandler<{ session: string }> {
  return async (request, response, next) => {
    try {
      await settleDue(store, clock.now())
      const { session } = request.params
      const transaction = store.all().find(({ threeD }) => threeD?.session === session)
      if (!transaction?.threeD) return sorry(response, 404, languageOf(request), 'issuerGone')
      handle(request, response, { transaction, returnTo: new URL(transaction.threeD.returnUrl) })
    } catch (error) {
      next(error)
    }
  }
}

function askBuyer(request: Request, response: Response, { transaction, returnTo }: Question): void {
  const language = languageOf(request)
  const otherLanguage = `?lang=${language === 'ja' ? 'en' : 'ja'}`
  const page = createElement(IssuerPage, { texts: buyerTexts(language), transaction, otherLanguage })
  send(response, page, returnTo)
}

function answerShop({ clock }: BuyerParts) {
  return (request: Request, response: Response, { transaction, returnTo }: Question): void => {
    const parsed = verdictForm.safeParse(request.body)
    const { threeD } = transaction
    if (!parsed.success || !threeD) sorry(response, 400, languageOf(request), 'wrongCall')
    else goBack(response, returnTo, broughtBack(transaction, threeD, parsed.data.verdict, clock.now()))
  }
}

/** Back to the shop, with these beside what its address holds already. */
function goBack(response: Response, returnTo: URL, brought: Record<string, string>): void {
  const address = new URL(returnTo)
  for (const [name, value] of Object.entries(brought)) address.searchParams.set(name, value)
  close(response, returnTo)
  response.redirect(303, address.href)
}

function send(response: Response, page: ReactElement, returnTo?: URL): void {
  close(response, returnTo)
  response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`)
}

function sorry(
  response: Response,
  status: number,
  language: Language,
  why: 'wrongCall' | 'issuerGone',
): void {
  const texts = buyerTexts(language)
  send(response.status(status), createElement(SorryPage, { texts, sentence: texts[why] }))
}

/** No script, no frame, nothing kept. Browsers hold a form's redirect to `form-action` too, so the shop is named there. */
function close(response: Response, returnTo?: URL): void {
  const targets = returnTo ? `'self' ${returnTo.origin}` : "'self'"
  response.set({
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action ${targets}; frame-ancestors 'none'; base-uri 'none'`,
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
}

function languageOf(request: Request): Language {
  const asked = request.query.lang ?? request.body?.lang
  if (asked === 'ja' || asked === 'en') return asked
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja'
}
