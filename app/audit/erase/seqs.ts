/** The places in a chain whose words were erased, as the details of `audit.words_erased` name them: `3,5,9`. */
export function seqsText(seqs: readonly number[]): string {
  return [...seqs].sort((a, b) => a - b).join(',')
}

export function readSeqs(text: unknown): number[] {
  return typeof text === 'string' ? text.split(',').map(Number).filter(Number.isInteger) : []
}
