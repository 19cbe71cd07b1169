import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { cartSchema } from '~/orders/buying/cart'
import { buyerSchema, chosenSchema, destinationSchema, mostDestinations } from '~/orders/buying/checkout'
import type { Config } from '~/platform/config.server'
import { decrypt, encrypt } from '~/platform/encryption.server'

/** How many of a browser's orders it is remembered by. */
const rememberedOrders = 10
const purpose = 'shop visit'
const day = 24 * 60 * 60

const visitSchema = z.object({
  memberId: z.uuid().nullable().default(null),
  cart: cartSchema.default({}),
  buyer: buyerSchema.nullable().default(null),
  destinations: z.array(destinationSchema).max(mostDestinations).default([]),
  chosen: chosenSchema.nullable().default(null),
  /** The orders placed in this browser: a guest has nothing else to be known by. */
  orders: z.array(z.string()).max(rememberedOrders).default([]),
})

/** What a shop knows of a buyer's visit. Kept by the buyer's browser alone, encrypted, apart from the desk's session. */
export type Visit = z.output<typeof visitSchema>

/** The visit of this browser at one shop; a new one where there is none, or none that can be read. */
export async function readVisit(config: Config, code: string, request: Request): Promise<Visit> {
  const value: unknown = await cookieOf(config, code).parse(request.headers.get('Cookie'))
  const plain = typeof value === 'string' ? decrypt(config.secret, purpose, value, code) : null
  const parsed = visitSchema.safeParse(plain ? JSON.parse(plain.toString()) : {})
  return parsed.success ? parsed.data : visitSchema.parse({})
}

/** The headers that keep a visit. */
export async function keeping(config: Config, code: string, visit: Visit): Promise<Headers> {
  const orders = visit.orders.slice(-rememberedOrders)
  const plain = Buffer.from(JSON.stringify({ ...visit, orders }))
  const cookie = await cookieOf(config, code).serialize(encrypt(config.secret, purpose, plain, code))
  return new Headers({ 'Set-Cookie': cookie })
}

function cookieOf({ publicUrl }: Config, code: string) {
  return createCookie('shop', {
    path: `/shop/${code}`,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: day,
    secure: publicUrl?.startsWith('https:') ?? false,
  })
}
