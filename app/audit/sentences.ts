import type { EventAction } from './events'

type Outcome = 'done' | 'refused'
export type SentenceKey = `audit:sentences.${EventAction}.${Outcome}`

/** The text that tells of an event. There is one for every act and outcome, or the types say so. */
export function sentenceKey({ action, outcome }: { action: EventAction; outcome: Outcome }): SentenceKey {
  return `audit:sentences.${action}.${outcome}`
}
