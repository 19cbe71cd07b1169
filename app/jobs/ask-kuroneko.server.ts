import { askWhatWasLeft } from '~/corrections/ask-later.server'
import type { Asker } from '~/orders/evidence.server'

/** Kuroneko gave no answer; the queue asks again later. */
export class NoAnswerYet extends Error {
  constructor(orderId: string) {
    super(`Kuroneko has not answered about order ${orderId} yet`)
  }
}

/** The job `ask-kuroneko`. Throws while there is no answer, so that the queue comes back to it. */
export async function askKuronekoJob(asker: Asker, { orderId }: { orderId: string }): Promise<void> {
  if (!(await askWhatWasLeft(asker, orderId))) throw new NoAnswerYet(orderId)
}
