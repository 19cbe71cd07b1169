import { type FieldErrors, set } from 'react-hook-form'
import { z } from 'zod'
import type { FoundOrder } from '~/orders/find.server'
import { type Operation, type OperationRefusal, operations } from '~/orders/operations/allowed'
import { feeChangeSchema, modificationFormSchema } from '~/orders/operations/amount'
import { beginCancel, cancellationSchema } from '~/orders/operations/cancel.server'
import { beginCapture } from '~/orders/operations/capture.server'
import { changeFee } from '~/orders/operations/change-fee.server'
import { changeMethod, resetShipping } from '~/orders/operations/change-method.server'
import { conductBriefly } from '~/orders/operations/conduct-briefly.server'
import { methodChangeSchema } from '~/orders/operations/methods'
import { beginModify } from '~/orders/operations/modify.server'
import { type OperationRefused, refused } from '~/orders/operations/operate.server'
import { ship } from '~/orders/operations/ship.server'
import { shipmentFieldOf, shipmentFormSchema } from '~/orders/operations/shipment'
import type { OperationState } from '~/platform/prisma/enums'
import type { Desk } from '~/staff/desk.server'
import { type ModifyFields, readFields, readModify } from './typed'

/** An operation's form as it was sent, to be shown again. */
export type TypedAct = {
  operation: Operation
  typed: Record<string, string>
  modify: ModifyFields | null
}
/** An act that was not carried out, with what was typed for it. */
export type RefusedAct = TypedAct & {
  ok: false
  refusal: OperationRefusal
  /** As react-hook-form keeps them; messages are keys of the area `operations`. */
  errors: FieldErrors
}
export type DoneAct = {
  ok: true
  operation: Operation
  state: OperationState
  /** Kuroneko was told. */
  told: boolean
}

type Begun = OperationRefused | { ok: true; operationId?: string }
type Verb = (desk: Desk, order: FoundOrder, form: FormData) => Promise<Begun | z.ZodError>

const versioned = z.object({ version: z.coerce.number().int().positive() })

const verbs: Record<Operation, Verb> = {
  ship: (desk, order, form) =>
    read(shipmentFormSchema(order.shop.carrierSetting), form, (input) => ship(desk, order.id, input)),
  capture: (desk, { id }, form) => read(versioned, form, ({ version }) => beginCapture(desk, id, version)),
  cancel: (desk, { id }, form) =>
    read(cancellationSchema.extend(versioned.shape), form, (input) => beginCancel(desk, id, input)),
  modify: (desk, { id }, form) =>
    read(modificationFormSchema.and(versioned), form, ({ version, ...wanted }) =>
      beginModify(desk, id, wanted, version),
    ),
  change_method: (desk, { id }, form) =>
    read(methodChangeSchema, form, (input) => changeMethod(desk, id, input)),
  change_fee: (desk, { id }, form) => read(feeChangeSchema, form, (input) => changeFee(desk, id, input)),
  reset_shipping: (desk, { id }, form) =>
    read(versioned, form, ({ version }) => resetShipping(desk, id, version)),
}

async function read<S extends z.ZodType>(
  schema: S,
  form: FormData,
  act: (input: z.output<S>) => Promise<Begun>,
): Promise<Begun | z.ZodError> {
  const { error, data } = schema.safeParse({ ...readFields(form), ...readModify(form) })
  return error ?? act(data)
}

/**
 * One pressed button of the order's page, handed to its verb; what has to reach Kuroneko is carried out at once, and goes
 * on behind the page where Kuroneko takes its time. Null where the form names no operation.
 */
export async function actOn(
  desk: Desk,
  order: FoundOrder,
  form: FormData,
): Promise<DoneAct | RefusedAct | null> {
  const operation = operationOf(form)
  if (!operation) return null
  const begun = await verbs[operation](desk, order, form)
  if (begun instanceof z.ZodError) {
    return { ...refusedAct(operation, refused('invalid'), form), errors: errorsOf(begun) }
  }
  if (!begun.ok) return refusedAct(operation, begun, form)
  const { operationId } = begun
  if (!operationId) return { ok: true, operation, state: 'done', told: false }
  return { ok: true, operation, state: await conductBriefly(desk, operationId), told: true }
}

/** What a form holds that was sent after its session had lapsed. Null where it names no operation. */
export function typedAct(form: FormData): TypedAct | null {
  const operation = operationOf(form)
  return operation && { operation, ...typedIn(form) }
}

function operationOf(form: FormData): Operation | null {
  return operations.find((one) => one === form.get('intent')) ?? null
}

function typedIn(form: FormData): Pick<TypedAct, 'typed' | 'modify'> {
  return { typed: readFields(form), modify: form.get('intent') === 'modify' ? readModify(form) : null }
}

function refusedAct(operation: Operation, { refusal }: OperationRefused, form: FormData): RefusedAct {
  const typing = operation === 'ship' && (refusal.startsWith('slip_') || refusal === 'carrier_not_yamato')
  return {
    ok: false,
    operation,
    refusal,
    errors: typing ? { [shipmentFieldOf(refusal)]: { type: refusal, message: `refusal.${refusal}` } } : {},
    ...typedIn(form),
  }
}

function errorsOf({ issues }: z.ZodError): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, code, message } of issues.toReversed())
    set(errors, path.join('.'), { type: code, message })
  return errors
}
