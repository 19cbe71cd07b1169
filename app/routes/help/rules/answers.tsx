import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'
import { type Answer, answerByStatusInfo, answers } from '~/verdicts/answers'

/** How Kuroneko's status codes are read. */
export function Answers() {
  const { t } = useTranslation('verdicts')
  const title = t('page.answers')
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={answers}
        rowKey={(answer) => answer}
        columns={[
          { key: 'answer', header: t('page.answer'), cell: (answer) => <b>{t(`answers.${answer}`)}</b> },
          { key: 'codes', header: t('page.statusInfo'), cell: (answer) => <Codes answer={answer} /> },
        ]}
      />
    </Card>
  )
}

function Codes({ answer }: { answer: Answer }) {
  const { t } = useTranslation('verdicts')
  if (answer === 'open' || answer === 'not_found' || answer === 'unknown') {
    return t(`page.statusInfos.${answer}`)
  }
  const codes = Object.entries(answerByStatusInfo).filter(([, read]) => read === answer)
  return <span className="figures">{codes.map(([code]) => code).join(', ')}</span>
}
