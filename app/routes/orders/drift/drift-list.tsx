import { Form } from '@remix-run/react'
import { type ChangeEvent, useState } from 'react'
import type { DriftRow } from '~/corrections/drifts.server'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { DriftTable } from './drift-table'
import { isReady, type Reader } from './ready'

/**
 * The drifts with the requests that mend them. One form, sent to the filing page: what is chosen opens there, one row
 * each, and nothing is filed yet.
 */
export function DriftList({ rows, shop, reader }: { rows: DriftRow[]; shop: string; reader: Reader }) {
  const { t } = useTranslation('orders')
  const ready = rows.filter(isReady).map(({ order }) => order.number)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const still = chosen.filter((number) => ready.includes(number))
  // One batch of requests is for one shop.
  const severalAtOnce = reader.mayFile && ready.length > 0 && (!reader.withShop || shop !== '')

  function choose({ currentTarget: { value, checked } }: ChangeEvent<HTMLInputElement>) {
    setChosen((now) => (checked ? [...now, value] : now.filter((number) => number !== value)))
  }
  return (
    <Form action="/requests/new" className="grid gap-3">
      {reader.withShop && <input type="hidden" name="shop" value={shop} />}
      {severalAtOnce && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <label className="inline-flex items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-primary"
              checked={still.length === ready.length}
              onChange={({ currentTarget }) => setChosen(currentTarget.checked ? ready : [])}
            />
            {t('drift.chooseAll', { count: ready.length })}
          </label>
          <SubmitButton disabled={still.length === 0}>
            {t('drift.makeChosen', { count: still.length })}
          </SubmitButton>
        </div>
      )}
      {reader.mayFile && reader.withShop && shop === '' && (
        <p className="text-sm text-muted">{t('drift.chooseShop')}</p>
      )}
      <Card flush>
        <DriftTable rows={rows} reader={reader} choice={severalAtOnce ? { chosen: still, choose } : null} />
      </Card>
    </Form>
  )
}
