import { z } from 'zod'
import { kuronekoText } from './buyer-text'
import { checkSum } from './check-sum.server'
import type { FunctionCode } from './operations'

type Fields = Record<string, string>

/** What the issuer's page brings back to the shop, in the names A09 sends (kuroneko.md §4). */
export const threeDFields = [
  'comp_cd',
  'token',
  'card_exp',
  'item_price',
  'item_tax',
  'cust_cd',
  'shop_id',
  'term_cd',
  'crd_res_cd',
  'res_ve',
  'res_pa',
  'res_code',
  'three_d_inf',
  'three_d_tran_id',
  'send_dt',
  'hash_value',
] as const

const trader = { traderCode: z.string().regex(/^[0-9A-Za-z]{1,9}$/) }
const order = { ...trader, orderNumber: z.string() }
const yen = z.int().min(1)
const member = {
  memberId: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
  authenticationKey: z.string().regex(/^[0-9A-Za-z]{1,8}$/),
  /** The merchant's secret: goes into the check sum and nowhere else. */
  accessKey: z.string().min(1),
}
/** As the list of saved cards names them at this moment. */
const cardPlace = {
  cardKey: z.string().regex(/^\d{1,2}$/),
  lastCreditDate: z.string().regex(/^\d{14}$/),
}
const slipNumber = z.string().min(1)
const payment = {
  ...order,
  /** The whole amount in yen. */
  amount: yen,
  device: z.enum(['pc', 'smartphone']).default('pc'),
  buyer: z.object({
    name: z
      .string()
      .transform(kuronekoText)
      .refine((name) => name !== '' && Buffer.byteLength(name) <= 60),
    phone: z.string().regex(/^[\d-]{8,13}$/),
    email: z
      .string()
      .regex(/^[^@\s]+@[^@\s]+$/)
      .max(64),
  }),
  /** 1 once, 0 revolving, else the number of payments. */
  payWay: z
    .string()
    .regex(/^\d{1,2}$/)
    .default('1'),
  goodsName: z
    .string()
    .transform(kuronekoText)
    .refine((name) => name !== '' && [...name].length <= 200),
  /** The card's brand, see `settleMethod` in kuroneko.md §3. */
  cardCodeApi: z.string().regex(/^\d{1,2}$/),
  /** Where the buyer comes back after 3-D Secure. */
  returnUrl: z.url().max(128).optional(),
}
const threeD = {
  ...order,
  threeDToken: z.string().min(1),
  /** The form or query that the browser brought, names and values unchanged. */
  returned: z.record(z.string(), z.string()),
}

type Payment = z.output<z.ZodObject<typeof payment>>
type ThreeD = z.output<z.ZodObject<typeof threeD>>
type Member = z.output<z.ZodObject<typeof member>>

function request<Shape extends z.ZodRawShape>(
  code: FunctionCode,
  shape: Shape,
  fields: (request: z.output<z.ZodObject<Shape>>) => Fields,
) {
  const schema = z.object(shape)
  return {
    code,
    schema,
    /** The form beside the function code; or the names of what does not fit. */
    write(input: unknown): { ok: true; fields: Fields } | { ok: false; problems: string[] } {
      const parsed = schema.safeParse(input)
      if (parsed.success) return { ok: true, fields: fields(parsed.data) }
      return { ok: false, problems: parsed.error.issues.map(({ path }) => path.join('.')) }
    },
  }
}

/** Every operation as the desk asks for it: its function code, its input and the form that it becomes. */
export const operationRequests = {
  cancel: request('A06', order, ofOrder),
  change_amount: request('A07', { ...order, amount: yen }, (asked) => ({
    ...ofOrder(asked),
    new_price: String(asked.amount),
  })),
  re_authorise: request('A11', order, ofOrder),
  register_with_token: request(
    'A08',
    {
      ...payment,
      token: z.string().min(1),
      /** `yyyyMMdd`; makes it a reservation. */
      scheduledShippingDate: z
        .string()
        .regex(/^\d{8}$/)
        .optional(),
    },
    (asked) => ({
      ...ofPayment(asked),
      token: asked.token,
      ...(asked.scheduledShippingDate && { scheduled_shipping_date: asked.scheduledShippingDate }),
    }),
  ),
  finish_three_d_secure: request('A09', threeD, ofThreeD),
  register_with_saved_card: request('A01', { ...payment, ...member, ...cardPlace }, (asked) => ({
    ...ofPayment(asked),
    option_service_div: '01',
    auth_div: '0',
    ...ofMember(asked),
    card_key: asked.cardKey,
    last_credit_date: asked.lastCreditDate,
  })),
  /** After `register_with_saved_card`. */
  finish_saved_card_three_d_secure: request('A02', threeD, ofThreeD),
  list_cards: request('A03', { ...trader, ...member }, (asked) => ({
    trader_code: asked.traderCode,
    ...ofMember(asked),
  })),
  delete_card: request('A05', { ...trader, ...member, ...cardPlace }, (asked) => ({
    trader_code: asked.traderCode,
    ...ofMember(asked),
    card_key: asked.cardKey,
    last_credit_date: asked.lastCreditDate,
  })),
  /** One slip of the order. With another carrier than Yamato and no slip, the order number stands for it. */
  register_shipment: request(
    'E01',
    { ...order, slipNumber, carrier: z.enum(['yamato', 'other']) },
    (asked) => ({
      ...ofOrder(asked),
      slip_no: asked.slipNumber,
      delivery_service_code: asked.carrier === 'yamato' ? '00' : '99',
    }),
  ),
  take_back_shipment: request('E02', { ...order, slipNumber }, (asked) => ({
    ...ofOrder(asked),
    slip_no: asked.slipNumber,
  })),
}

function ofOrder({ traderCode, orderNumber }: { traderCode: string; orderNumber: string }): Fields {
  return { trader_code: traderCode, order_no: orderNumber }
}

function ofPayment(asked: Payment): Fields {
  return {
    trader_code: asked.traderCode,
    device_div: asked.device === 'pc' ? '2' : '1',
    order_no: asked.orderNumber,
    settle_price: String(asked.amount),
    buyer_name_kanji: asked.buyer.name,
    buyer_tel: asked.buyer.phone,
    buyer_email: asked.buyer.email,
    pay_way: asked.payWay,
    goods_name: asked.goodsName,
    card_code_api: asked.cardCodeApi,
    ...(asked.returnUrl && { trader_ec_url: asked.returnUrl }),
  }
}

function ofMember(asked: Member): Fields {
  return {
    member_id: asked.memberId,
    authentication_key: asked.authenticationKey,
    check_sum: checkSum(asked),
  }
}

function ofThreeD({ returned, threeDToken, ...asked }: ThreeD): Fields {
  const lower = Object.entries(returned).map(([name, value]): [string, string] => [fieldName(name), value])
  const brought = new Map(lower)
  const known = threeDFields.flatMap((name) => {
    const value = brought.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  return { ...ofOrder(asked), ...Object.fromEntries(known), three_d_token: threeDToken }
}

/** `3D_INF` → `three_d_inf`. */
function fieldName(name: string): string {
  return name.toLowerCase().replace(/^3d_/, 'three_d_')
}
