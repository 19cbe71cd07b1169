import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { statusInfoLabels } from '~/kuroneko/status-info'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'
import { answerByStatusInfo } from '~/verdicts/answers'

const rows = Object.entries(statusInfoLabels).map(([code, words]) => ({
  code,
  words,
  answer: answerByStatusInfo[Number(code)] ?? ('open' as const),
}))

/** Kuroneko's 取引状況, and how requests are judged by them. */
export function StatusInfoTable() {
  const { t } = useTranslation(['help', 'verdicts'])
  const language = useLanguage()
  const title = t('help:codes.statusInfo')
  return (
    <Card title={title} flush>
      <p className="border-b border-line p-4">{t('help:codes.statusInfoHint')}</p>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'code',
            header: t('help:codes.code'),
            cell: ({ code }) => <span className="figures">{code}</span>,
          },
          { key: 'meaning', header: t('help:codes.meaning'), cell: ({ words }) => words[language] },
          {
            key: 'reading',
            header: t('help:codes.reading'),
            cell: ({ answer }) => t(`verdicts:answers.${answer}`),
          },
        ]}
      />
    </Card>
  )
}
