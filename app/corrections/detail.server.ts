import { type OrderWithDeliveries, readOrder } from '~/orders/record.server'
import { columnsOf } from '~/platform/columns.server'
import { lookUpTogether } from '~/platform/look-up.server'
import { type CorrectionRequest, Prisma } from '~/platform/prisma/client'
import type { CarrierSetting } from '~/platform/prisma/enums'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { assessRequest } from './assess.server'
import { approvable, contentOf } from './content.server'
import { type Decided, decisionsLookUp, messagesLookUp, othersLookUp } from './conversation.server'
import { actionsFor, openStates } from './life'

type Person = { id: string; name: string; role: string | null }

type Loaded = CorrectionRequest & {
  shop: { id: string; code: string; name: string; carrierSetting: CarrierSetting }
  order: OrderWithDeliveries | null
  filedBy: Person
  assignee: Person | null
  firstApprover: Person | null
  decidedBy: Person | null
  reverts: { reference: string } | null
}

/**
 * All that the pages of one request show: the request, its order now, the conversation (notes for the desk only), what
 * this person may do, and what an approval would be bound to. Null when there is none that this person may see.
 */
export async function requestDetail(desk: Desk, reference: string) {
  if (!permits(desk, 'requests.see')) return null
  const request = await load(desk, reference)
  if (!request) return null
  const [{ messages, decisions, others }, assessed] = await Promise.all([
    lookUpTogether(desk.db, {
      messages: messagesLookUp(request.id, permits(desk, 'notes.see')),
      decisions: decisionsLookUp(request.id),
      others: othersLookUp(request, openStates),
    }),
    assessRequest(desk.db, request, request.order, desk.clock.now()),
  ])
  if (!messages || !decisions || !others) throw new Error('a look-up that always has a row found none')
  const { order } = request
  const bound = order && approvable(request, order, assessed)
  return {
    request,
    messages,
    decisions,
    others,
    actions: actionsFor(desk.actor, request),
    approval: bound && {
      digest: bound.digest,
      text: bound.text,
      before: bound.content.before,
      after: bound.content.after,
    },
    assessment: assessed.assessment,
    evidence: assessed.evidence,
    mayOverride: permits(desk, 'desk.override'),
    mayAsk: permits(desk, 'kuroneko.ask'),
    mayErase: permits(desk, 'audit.erase'),
    applied: appliedChange(decisions),
    changedSinceFiling: order !== null && order.version !== request.orderVersion,
  }
}
export type RequestDetail = NonNullable<Awaited<ReturnType<typeof requestDetail>>>

const requestColumns = columnsOf(Prisma.CorrectionRequestScalarFieldEnum)

/** The request with who had to do with it by one statement, and its order by another. */
async function load(desk: Desk, reference: string): Promise<Loaded | null> {
  const { shopId = null } = shopScope(desk.actor)
  const [request] = await desk.db.$queryRaw<Omit<Loaded, 'order'>[]>`
    SELECT ${requestColumns}, ${shop} AS shop, ${person('filed_by_id')} AS "filedBy",
      ${person('assignee_id')} AS assignee, ${person('first_approver_id')} AS "firstApprover",
      ${person('decided_by_id')} AS "decidedBy",
      (SELECT json_build_object('reference', o.reference) FROM correction_request o WHERE o.id = r.reverts_id)
        AS reverts
    FROM correction_request r
    WHERE r.reference = ${reference} AND (${shopId}::uuid IS NULL OR r.shop_id = ${shopId}::uuid)`
  if (!request) return null
  return { ...request, order: request.orderId ? await readOrder(desk.db, request.orderId) : null }
}

const shop = Prisma.sql`
  (SELECT json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'carrierSetting', s.carrier_setting)
   FROM shop s WHERE s.id = r.shop_id)`

function person(column: string): Prisma.Sql {
  return Prisma.sql`
    (SELECT json_build_object('id', u.id, 'name', u.name, 'role', u.role) FROM "user" u
     WHERE u.id = r.${Prisma.raw(column)})`
}

/** What the order showed before and after, once the request is applied. */
function appliedChange(decisions: Decided[]) {
  const last = decisions.findLast(({ result }) => result === 'applied')
  const content = last?.digest ? contentOf(last.content ?? undefined, last.digest) : null
  return content && { before: content.before, after: content.after }
}
