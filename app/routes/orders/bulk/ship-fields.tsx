import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { CarrierSetting } from '~/orders/codes'
import { isAboutTyping } from '~/orders/operations/bulk/judge'
import { type Carrier, carrierLabels, carriersFor } from '~/orders/operations/carriers'
import { shipmentFieldOf } from '~/orders/operations/shipment'
import { normaliseSlip } from '~/orders/operations/slip-typed'
import { controlStyle, fieldWiring } from '~/ui/field'
import type { FormRow } from './dry-run-form'
import { rowNames } from './rows'

type Row = FormRow & { at: number }

/** The slip number of one delivery; what was made of it stands below. */
export function SlipCell({ row, type }: { row: Row; type: (slip: string) => void }) {
  const { t } = useTranslation(['bulk', 'operations'])
  const { slip, refusal, dry, at } = row
  if (!isEditable(row)) {
    return (
      <>
        <input type="hidden" name={rowNames.slip} value={slip} />
        <span className="figures">{slip || '–'}</span>
      </>
    )
  }
  const label = t('dry.slipOf', { number: dry.number, n: (dry.delivery ?? 0) + 1 })
  const error = errorAt('slipNumber', row) ? t(`operations:refusal.${refusal ?? 'invalid'}`) : undefined
  const { slipNumber, changed } = normaliseSlip(slip)
  return (
    <div className="grid min-w-36 gap-1 md:max-w-56">
      <input
        {...fieldWiring({ label, name: rowNames.slip, id: `slip-${at}`, ...(error && { error }) })}
        aria-label={label}
        value={slip}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={64}
        className={`${controlStyle} figures`}
      />
      {changed && slipNumber && !error && (
        <p className="text-xs text-muted" role="status">
          {t('operations:ship.normalised', { slip: slipNumber })}
        </p>
      )}
      {error && <FieldError id={`slip-${at}-error`}>{error}</FieldError>}
    </div>
  )
}

/** The carrier of one delivery, among those that the shop uses. */
export function CarrierCell({
  row,
  setting,
  type,
}: {
  row: Row
  setting: CarrierSetting
  type: (carrier: Carrier) => void
}) {
  const { t } = useTranslation(['bulk', 'operations'])
  const language = useLanguage()
  const { carrier, refusal, dry, at } = row
  if (!isEditable(row)) return <input type="hidden" name={rowNames.carrier} value={carrier} />
  const offered = carriersFor(setting)
  const label = t('dry.carrierOf', { number: dry.number, n: (dry.delivery ?? 0) + 1 })
  const error = errorAt('carrier', row) ? t(`operations:refusal.${refusal ?? 'invalid'}`) : undefined
  return (
    <div className="grid gap-1">
      <select
        {...fieldWiring({ label, name: rowNames.carrier, id: `carrier-${at}`, ...(error && { error }) })}
        aria-label={label}
        value={carrier}
        onChange={({ currentTarget }) => type(currentTarget.value as Carrier)}
        className={controlStyle}
      >
        {(offered.includes(carrier) ? offered : [...offered, carrier]).map((value) => (
          <option key={value} value={value}>
            {carrierLabels[value][language]}
          </option>
        ))}
      </select>
      {error && <FieldError id={`carrier-${at}-error`}>{error}</FieldError>}
    </div>
  )
}

function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="text-left text-xs font-semibold text-red">
      {children}
    </p>
  )
}

/** What cannot ship whatever is typed has nothing to be typed. */
function isEditable({ dry: { refusal } }: Row): boolean {
  return refusal === null || isAboutTyping(refusal)
}

function errorAt(field: 'slipNumber' | 'carrier', { refusal }: Row): boolean {
  return refusal !== null && isAboutTyping(refusal) && shipmentFieldOf(refusal) === field
}
