import { useTranslation } from '~/i18n/use-translation'
import {
  type KuronekoMethod,
  kuronekoMethods,
  manualLinkOnly,
  methodMatrix,
  type TargetMethod,
  targetMethods,
} from '~/orders/operations/methods'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'

/** The matrix of 決済方法変更: from each of Kuroneko's methods to each that an order can be changed to. */
export function MethodTable() {
  const { t } = useTranslation(['help', 'orders', 'operations'])
  const title = t('help:operations.change_method.matrix')
  const methods = manualLinkOnly.map((method) => t(`orders:method.${method}`)).join(' / ')
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={kuronekoMethods}
        rowKey={(from) => from}
        columns={[
          {
            key: 'from',
            header: t('help:operations.change_method.from'),
            cell: (from) => t(`orders:method.${from}`),
          },
          {
            key: 'condition',
            header: t('help:operations.change_method.condition'),
            cell: () => t('help:operations.change_method.cancelled'),
          },
          ...targetMethods.map((to) => ({
            key: to,
            header: `${t(`orders:method.${to}`)}${manualLinkOnly.includes(to) ? '※' : ''}`,
            cell: (from: KuronekoMethod) => <MatrixMark from={from} to={to} />,
          })),
        ]}
      />
      <div className="grid gap-1 border-t border-line px-4 py-2.5 text-sm text-muted">
        <p>
          {(['yes', 'conditional'] as const)
            .map(
              (mark) => `${t(`operations:method.mark.${mark}`)} ${t(`operations:method.markWords.${mark}`)}`,
            )
            .join(' · ')}
        </p>
        <p>{t('help:operations.change_method.manual', { methods })}</p>
      </div>
    </Card>
  )
}

function MatrixMark({ from, to }: { from: KuronekoMethod; to: TargetMethod }) {
  const { t } = useTranslation('operations')
  const mark = methodMatrix[from][to]
  return (
    <>
      <span aria-hidden>{t(`method.mark.${mark}`)}</span>
      <span className="sr-only">{t(`method.markWords.${mark}`)}</span>
    </>
  )
}
