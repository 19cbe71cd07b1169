export {
  type Answer,
  amountChangeFailed,
  answerByStatusInfo,
  answerOf,
  answers,
  cancellationFailed,
  evidenceIsOld,
} from '~/kuroneko/answers'
