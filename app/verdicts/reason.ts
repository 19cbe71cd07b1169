import { exampleReason } from '~/orders/wishes'
import type { Case } from './facts'

const leastLength = 5

/**
 * Whether the words say nothing of this order: fewer than five characters, or the template's own example where
 * Kuroneko does not bear it out by saying that the sale is cancelled.
 */
export function saysLittle({ request, answer }: Pick<Case, 'request' | 'answer'>): boolean {
  if (request.reason === null) return false
  const words = request.reason.trim()
  if (words.length < leastLength * 4 && characters(words) < leastLength) return true
  return answer !== 'cancelled' && isExample(words)
}

function characters(words: string): number {
  return [...words.replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')].length
}

/** Copied with its 「例」, brackets or full stop, or without. */
function isExample(words: string): boolean {
  return words.includes(exampleReason) && words.replace(/[\s例:：()（）。．]/gu, '') === exampleReason
}
