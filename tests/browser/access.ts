import { randomUUID } from 'node:crypto'
import type { Person } from './people'

/** Who gets what from every address (`design.md` §3). A status, or where one is led. */

/** `…` stands for whatever follows. */
export type Answer = number | `→ ${string}`
export type Asker = 'nobody' | Person
export const askers: Asker[] = ['nobody', 'shop', 'otherShop', 'agent', 'lead', 'auditor', 'admin']
type Answers = [nobody: Answer, shop: Answer, otherShop: Answer, ...staff: [Answer, Answer, Answer, Answer]]

/** What the rows' addresses name; all of it is the shop's, none the other shop's. */
export type World = { number: string; closed: string; waiting: string; event: string }

export const toSignIn = '→ /sign-in?next=…'
const everyone: Answers = [toSignIn, 200, 200, 200, 200, 200, 200]
const ownOrStaff: Answers = [toSignIn, 200, 404, 200, 200, 200, 200]
const home = fill('→ /')
const toVerify = '→ /audit/verify'

const signedInGoHome: Answers = [400, '→ /', '→ /', '→ /', '→ /', '→ /', '→ /']
const toHistory: Answers = [
  toSignIn,
  '→ /audit/orders/…',
  404,
  '→ /audit/orders/…',
  '→ /audit/orders/…',
  '→ /audit/orders/…',
  '→ /audit/orders/…',
]
const signedIn = (answer: Answer): Answers => [toSignIn, answer, answer, answer, answer, answer, answer]
const anybody = fill(200)
const noOne: Answers = [toSignIn, 404, 404, 404, 404, 404, 404]
const admins = (answer: Answer): Answers => [toSignIn, 404, 404, 404, 404, 404, answer]
const toOrders: Answers = [
  toSignIn,
  '→ /orders',
  '→ /orders',
  '→ /orders',
  '→ /orders',
  '→ /orders',
  '→ /orders',
]
const shops = (answer: Answer): Answers => [toSignIn, answer, answer, 404, 404, 404, 404]
const reviewers = (answer: Answer): Answers => [toSignIn, 404, 404, answer, answer, 404, 404]

/** The route's path in `app/routes.ts`, the address asked for, and what each asker gets. */
export const pages: [route: string, address: (world: World) => string, answers: Answers][] = [
  //                                                        nobody    shop   other  agent  lead auditor admin
  ['sign-in', () => '/sign-in', [200, '→ /', '→ /', '→ /', '→ /', '→ /', '→ /']],
  ['sign-in/code', () => '/sign-in/code', [200, '→ /', '→ /', '→ /', '→ /', '→ /', '→ /']],
  ['sign-out', () => '/sign-out', home],
  ['language', () => '/language', home],
  ['(index)', () => '/', everyone],
  [
    'search',
    ({ closed }) => `/search?q=${closed}`,
    [toSignIn, '→ /requests/…', '→ /requests/…', '→ /desk/…', '→ /desk/…', '→ /desk/…', '→ /desk/…'],
  ],
  [
    'search',
    ({ number }) => `/search?q=${number}`,
    [
      toSignIn,
      '→ /orders/P…',
      '→ /orders?q=…',
      '→ /orders/P…',
      '→ /orders/P…',
      '→ /orders/P…',
      '→ /orders/P…',
    ],
  ],
  ['account', () => '/account', everyone],
  ['help', () => '/help', everyone],
  ['help/statuses', () => '/help/statuses', everyone],
  ['help/operations', () => '/help/operations', everyone],
  ['help/corrections', () => '/help/corrections', everyone],
  ['help/audit', () => '/help/audit', everyone],
  ['help/codes', () => '/help/codes', everyone],
  ['help/rules', () => '/help/rules', everyone],
  ['help/saved-cards', () => '/help/saved-cards', everyone],
  // The demo's shops know nobody of the desk's: all are guests with an empty cart.
  ['shop/:code', () => '/shop/hananoya', anybody],
  ['shop/:code', () => '/shop/nowhere', fill(404)],
  ['shop/:code/cart', () => '/shop/hananoya/cart', anybody],
  ['shop/:code/sign-in', () => '/shop/hananoya/sign-in', anybody],
  ['shop/:code/my-page', () => '/shop/hananoya/my-page', fill('→ /shop/hananoya/sign-in')],
  ['shop/:code/checkout', () => '/shop/hananoya/checkout', fill('→ /shop/hananoya/cart')],
  ['shop/:code/checkout/cards', () => '/shop/hananoya/checkout/cards', fill(404)],
  ['shop/:code/first', () => '/shop/hananoya/first', fill('→ /shop/hananoya/cart')],
  ['shop/:code/second', () => '/shop/hananoya/second', fill('→ /shop/hananoya/first')],
  ['shop/:code/orders/:number', ({ number }) => `/shop/hananoya/orders/${number}`, fill(404)],
  ['shop/:code/orders/:number/card', ({ number }) => `/shop/hananoya/orders/${number}/card`, fill(404)],
  ['shop/:code/three-d/:operation', () => `/shop/hananoya/three-d/${randomUUID()}`, fill(404)],
  ['requests', () => '/requests', everyone],
  ['requests/new', () => '/requests/new', [toSignIn, 200, 200, 200, 200, 404, 404]],
  // It takes forms only.
  ['requests/parse', () => '/requests/parse', [400, 400, 400, 400, 400, 400, 400]],
  ['requests/assess', () => '/requests/assess', [400, 400, 400, 400, 400, 400, 400]],
  ['requests/:reference', ({ closed }) => `/requests/${closed}`, ownOrStaff],
  ['desk/quick', () => '/desk/quick', reviewers(200)],
  ['desk', () => '/desk', [toSignIn, 404, 404, 200, 200, 200, 200]],
  ['desk/:reference', ({ closed }) => `/desk/${closed}`, [toSignIn, 404, 404, 200, 200, 200, 200]],
  // There is no such picture; its own test has one.
  ['desk/:reference/evidence/:evidence', ({ closed }) => `/desk/${closed}/evidence/${randomUUID()}`, noOne],
  ['orders', () => '/orders', everyone],
  ['orders/import', () => '/orders/import', [toSignIn, 200, 200, 404, 404, 404, 200]],
  ['orders/drift', () => '/orders/drift', everyone],
  ['orders/lookup', ({ number }) => `/orders/lookup?number=${number}`, everyone],
  ['orders/bulk', () => '/orders/bulk', shops(200)],
  // There is no such run; its own test has one.
  ['orders/bulk/:run', () => `/orders/bulk/${randomUUID()}`, noOne],
  ['orders/:number', ({ number }) => `/orders/${number}`, ownOrStaff],
  ['audit', () => '/audit', everyone],
  ['audit/export', () => '/audit/export', everyone],
  // The file is asked for by a form.
  ['audit/export/file', () => '/audit/export/file', signedIn('→ /audit/export')],
  ['audit/verify', () => '/audit/verify', everyone],
  ['audit/orders/:number', ({ number }) => `/audit/orders/${number}`, ownOrStaff],
  ['audit/proofs/:event', ({ event }) => `/audit/proofs/${event}`, toHistory],
  ['audit/orders/:number/erase', ({ number }) => `/audit/orders/${number}/erase`, admins(200)],
  ['audit/requests/:reference/erase', ({ closed }) => `/audit/requests/${closed}/erase`, admins(200)],
  // There is no such export; its own test has one.
  ['audit/exports/:exported/erase', () => `/audit/exports/${randomUUID()}/erase`, noOne],
  ['admin/shops', () => '/admin/shops', admins(200)],
  // The log's seal is for anybody; what was sealed is not.
  ['log/checkpoint/:size?', () => '/log/checkpoint', anybody],
  ['log/checkpoint/:size?', () => '/log/checkpoint/0', fill(404)],
  ['log/consistency', () => '/log/consistency?from=0&to=1', anybody],
  ['log/tile/*', () => '/log/tile/0/000.p/1', anybody],
  ['log/tile/*', () => '/log/tile/entries/000.p/1', fill(404)],
  ['log/keys', () => '/log/keys', anybody],
  ['*', () => '/nowhere', [toSignIn, 404, 404, 404, 404, 404, 404]],
]

export const deciding = { idempotencyKey: randomUUID(), digest: 'f'.repeat(64), body: '…', note: '…' }

type Fields = Record<string, string>
type Act = [route: string, address: (world: World) => string, form: () => Fields, answers: Answers]
const onDesk = (intent: string, answers: Answers): Act => [
  'desk/:reference',
  ({ closed }) => `/desk/${closed}`,
  () => ({ intent, ...deciding }),
  answers,
]
const onSearch = (intent: string, fields: Fields, answer: Answer): Act => [
  'audit',
  () => '/audit?outcome=done',
  () => ({ intent, ...fields }),
  [toSignIn, answer, answer, answer, answer, answer, answer],
]
const account = (intent: string, shops: Answer, staff: Answer): Act => [
  'account',
  () => '/account',
  () => ({ intent }),
  [toSignIn, shops, shops, staff, staff, staff, staff],
]

/** An operation on an older page of the order: 409 says that one may, but comes too late. */
const onOrder = (intent: string, more: Fields = {}, shop: Answer = 409): Act => [
  'orders/:number',
  ({ number }) => `/orders/${number}`,
  () => ({ intent, version: '9999', ...more }),
  [toSignIn, shop, 404, 404, 404, 404, 404],
]

/**
 * What each asker gets for sending a form. Those of requests go to one that is withdrawn, so that nothing comes of them:
 * 409 says that one may, but comes too late.
 */
export const acts: Act[] = [
  ['sign-in', () => '/sign-in', () => ({}), signedInGoHome],
  ['sign-in/code', () => '/sign-in/code', () => ({}), signedInGoHome],
  ['language', () => '/language', () => ({ language: 'ja', next: '/orders' }), fill('→ /orders')],
  ['language', () => '/language', () => ({ language: 'ja', next: '//evil.test' }), fill('→ /')],
  account('password', 400, 400),
  account('start', 404, 400),
  account('confirm', 404, 400),
  account('renew', 400, 400),
  account('stop', 400, 400),
  account('nonsense', 404, 404),
  [
    'requests/new',
    () => '/requests/new',
    () => ({ intent: 'file' }),
    [toSignIn, 422, 422, 422, 422, 404, 404],
  ],
  [
    'requests/new',
    () => '/requests/new',
    () => ({ intent: 'add' }),
    [toSignIn, 200, 200, 200, 200, 404, 404],
  ],
  [
    'requests/new',
    () => '/requests/new',
    () => ({ intent: 'move', text: '対象注文番号: P1' }),
    [toSignIn, 200, 200, 200, 200, 404, 404],
  ],
  ['requests/assess', () => '/requests/assess', () => ({}), [toSignIn, 200, 200, 200, 200, 404, 404]],
  ['desk/quick', () => '/desk/quick', () => ({}), reviewers(422)],
  ['orders', () => '/orders', () => ({ intent: 'columns', column: 'amount' }), toOrders],
  // Nothing is chosen.
  ['orders/bulk', () => '/orders/bulk', () => ({ kind: 'ship', intent: 'run' }), shops(422)],
  [
    'orders/bulk',
    () => '/orders/bulk',
    () => ({ kind: 'capture', number: 'NONE', intent: 'run' }),
    shops(409),
  ],
  ['orders/bulk/:run', () => `/orders/bulk/${randomUUID()}`, () => ({ intent: 'retry' }), noOne],
  [
    'orders/drift',
    () => '/orders/drift',
    () => ({ shop: 'linne' }),
    [toSignIn, 404, '→ /orders/drift…', '→ /orders/drift…', '→ /orders/drift…', 404, 404],
  ],
  [
    'requests/parse',
    () => '/requests/parse',
    () => ({ text: '対象注文番号: P1' }),
    [toSignIn, 200, 200, 200, 200, 404, 404],
  ],
  ['requests/parse', () => '/requests/parse', () => ({}), [toSignIn, 422, 422, 422, 422, 404, 404]],
  [
    'requests/:reference',
    ({ closed }) => `/requests/${closed}`,
    () => ({ intent: 'answer', body: 'はい' }),
    [toSignIn, 409, 404, 409, 409, 404, 404],
  ],
  [
    'requests/:reference',
    ({ closed }) => `/requests/${closed}`,
    () => ({ intent: 'withdraw' }),
    [toSignIn, 409, 404, 409, 409, 404, 404],
  ],
  ['requests/:reference', ({ closed }) => `/requests/${closed}`, () => ({ intent: 'approve' }), noOne],
  ['audit/proofs/:event', ({ event }) => `/audit/proofs/${event}`, () => ({}), ownOrStaff],
  onDesk('claim', reviewers(409)),
  onDesk('release', reviewers(409)),
  onDesk('resume', reviewers(409)),
  onDesk('ask', reviewers(409)),
  onDesk('answer', reviewers(409)),
  onDesk('approve', reviewers(409)),
  onDesk('approve_second', reviewers(409)),
  onDesk('return', reviewers(409)),
  onDesk('reject', reviewers(409)),
  onDesk('withdraw', reviewers(409)),
  // Kuroneko can be asked about any request, whatever became of it.
  onDesk('ask_kuroneko', reviewers('→ /desk/…')),
  onDesk('attach', reviewers(422)),
  onDesk('note', reviewers('→ /desk/…')),
  onDesk('nonsense', noOne),
  [
    'desk/:reference',
    ({ waiting }) => `/desk/${waiting}`,
    () => ({ intent: 'approve_second', ...deciding }),
    [toSignIn, 404, 404, 403, 409, 404, 404],
  ],
  // Nothing is chosen.
  [
    'audit/verify',
    () => '/audit/verify',
    () => ({ intent: 'verify' }),
    [toSignIn, toVerify, toVerify, toVerify, toVerify, toVerify, toVerify],
  ],
  ['audit/orders/:number/erase', ({ number }) => `/audit/orders/${number}/erase`, () => ({}), admins(422)],
  [
    'audit/requests/:reference/erase',
    ({ closed }) => `/audit/requests/${closed}/erase`,
    () => ({ intent: 'erase' }),
    admins(422),
  ],
  ['audit/exports/:exported/erase', () => `/audit/exports/${randomUUID()}/erase`, () => ({}), noOne],
  ['admin/shops', () => '/admin/shops', () => ({ years: '3' }), admins(422)],
  ['admin/shops', () => '/admin/shops', () => ({ intent: 'settings' }), admins(422)],
  ['shop/:code', () => '/shop/hananoya', () => ({ code: 'NONE', quantity: '1' }), fill(404)],
  ['shop/:code/cart', () => '/shop/hananoya/cart', () => ({}), fill(404)],
  ['shop/:code/sign-in', () => '/shop/hananoya/sign-in', () => ({ member: randomUUID() }), fill(404)],
  ['shop/:code/checkout', () => '/shop/hananoya/checkout', () => ({}), fill('→ /shop/hananoya/cart')],
  ['shop/:code/checkout/cards', () => '/shop/hananoya/checkout/cards', () => ({}), fill(404)],
  ['shop/:code/first', () => '/shop/hananoya/first', () => ({}), fill('→ /shop/hananoya/cart')],
  ['shop/:code/second', () => '/shop/hananoya/second', () => ({}), fill('→ /shop/hananoya/first')],
  ['shop/:code/orders/:number', ({ number }) => `/shop/hananoya/orders/${number}`, () => ({}), fill(404)],
  // No format is chosen.
  ['audit/export/file', () => '/audit/export/file', () => ({}), signedIn('→ /audit/export')],
  onSearch('save', { name: '' }, 422),
  onSearch('replace', { name: '' }, 422),
  // Nobody has such a search.
  onSearch('rename', { id: randomUUID(), name: '…' }, 404),
  onSearch('delete', { id: randomUUID() }, 404),
  onSearch('nonsense', {}, 404),
  onOrder('ship', { delivery: '0', carrier: 'yamato' }),
  onOrder('ship', { delivery: '0', carrier: 'yamato', slipNumber: 'x' }, 422),
  onOrder('capture'),
  onOrder('cancel'),
  onOrder('modify', {
    ...{ 'lines.0.name': '干菓子', 'lines.0.unitPrice': '100', 'lines.0.quantity': '1' },
    ...{ shippingFee: '0', fee: '0' },
  }),
  onOrder('change_method', { to: 'bank_transfer' }),
  onOrder('change_fee', { fee: '330' }),
  onOrder('change_fee', { fee: 'x' }, 422),
  onOrder('reset_shipping'),
  onOrder('nonsense', {}, 404),
  [
    'orders/import',
    () => '/orders/import',
    () => ({}),
    [toSignIn, '→ /orders/import', '→ /orders/import', 404, 404, 404, '→ /orders/import'],
  ],
]

function fill(answer: Answer): Answers {
  return [answer, answer, answer, answer, answer, answer, answer]
}

/** Signing out ends the session that asked, so it is asked with one of its own, below. */
export const apart = ['sign-out']
