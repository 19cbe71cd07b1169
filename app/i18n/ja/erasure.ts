/** Erasing what people wrote, keeping it for years, and the archive. */
export default {
  erased: '消去済み',
} as const
