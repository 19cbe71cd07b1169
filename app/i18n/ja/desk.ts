/** See `common.ts`: the Japanese texts of one area; `en/desk.ts` must have the same keys. */
export default {} as const
