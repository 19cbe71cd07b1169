export {
  type Answer,
  amountChangeFailed,
  answerByStatusInfo,
  answerOf,
  answers,
  cancellationFailed,
} from '~/kuroneko/answers'

const tenMinutes = 10 * 60 * 1000

/** Whether Kuroneko has to be asked again before anybody decides on this evidence. */
export function evidenceIsOld(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > tenMinutes
}
