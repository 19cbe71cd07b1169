/** The panels of the decision bar; each is also the intent that its form sends, and lives in the address as `do`. */
export const panels = [
  'approve',
  'approve_second',
  'ask',
  'answer',
  'reject',
  'return',
  'withdraw',
  'note',
  'attach',
] as const
export type Panel = (typeof panels)[number]

export function isPanel(value: string | null): value is Panel {
  return (panels as readonly (string | null)[]).includes(value)
}

/** The panels that ask for words, and the field that carries them. */
export const writes = {
  ask: 'body',
  answer: 'body',
  note: 'body',
  reject: 'note',
  return: 'note',
} as const satisfies Partial<Record<Panel, 'body' | 'note'>>
export type Writing = keyof typeof writes

export function isWriting(panel: Panel): panel is Writing {
  return panel in writes
}
