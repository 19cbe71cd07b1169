import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { mostOrders } from '~/orders/operations/bulk/most'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { FileField } from '~/ui/file-field'
import type { FileProblem } from './receive.server'

/** 出荷・配送処理 from a CSV of order number, slip number and carrier. */
export function FileCard({ problem }: { problem: FileProblem | null | undefined }) {
  const { t } = useTranslation('bulk')
  return (
    <Card title={t('file.title')}>
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <FileField
          label={t('file.label')}
          name="upload"
          accept=".csv,text/csv,.txt"
          required
          hint={t('file.hint', { most: mostOrders })}
          error={
            problem ? t(`file.problem.${problem.problem}`, { row: problem.row, most: mostOrders }) : undefined
          }
        />
        <div>
          <SubmitButton intent="file">{t('file.check')}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
