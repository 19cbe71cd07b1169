/** See `common.ts`: the Japanese texts of one area; `en/orders.ts` must have the same keys. */
export default {} as const
