import { TriangleAlert } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { type Doubt, writeDoubts } from './fields'

/** At a field: what the paste reader was unsure of there. */
export function DoubtsAt({ doubts }: { doubts: readonly Doubt[] }) {
  return doubts.map(({ sentence }) => (
    <p key={sentence} className="flex gap-1.5 text-sm font-semibold text-amber">
      <Icon of={TriangleAlert} className="mt-0.5" />
      {sentence}
    </p>
  ))
}

/** On top of a row that has doubts: says so, and takes the word of somebody who has looked. */
export function SettleDoubts({
  place,
  doubts,
  onSettle,
}: {
  place: number
  doubts: readonly Doubt[]
  onSettle: () => void
}) {
  const { t } = useTranslation('requests')
  return (
    <>
      <input type="hidden" name={`requests.${place}.doubts`} value={writeDoubts(doubts)} />
      {doubts.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-6 bg-amber-soft px-3 py-2 text-sm text-amber">
          <span className="flex flex-1 basis-56 gap-2 font-semibold">
            <Icon of={TriangleAlert} className="mt-1" />
            {t('doubt.title')}
          </span>
          <Button
            type="submit"
            name="intent"
            value={`settle.${place}`}
            size="sm"
            onClick={(event) => {
              event.preventDefault()
              onSettle()
            }}
          >
            {t('doubt.settle')}
          </Button>
        </div>
      )}
    </>
  )
}
