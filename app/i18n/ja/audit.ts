/** See `common.ts`: the Japanese texts of one area; `en/audit.ts` must have the same keys. */
export default {} as const
