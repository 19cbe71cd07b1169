import { ChevronDown } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import { type ActionGroup, actionGroupNames } from '~/audit/search/action-groups'
import { useTranslation } from '~/i18n/use-translation'
import { controlStyle } from '~/ui/field'
import { Icon } from '~/ui/icon'

/** Several kinds of acts at once: a list of boxes that opens below its button, without JavaScript too. */
export function ActionChoice({ chosen, error }: { chosen: readonly string[]; error?: string | undefined }) {
  const { t } = useTranslation('audit-search')
  const box = useRef<HTMLDetailsElement>(null)
  const names = actionGroupNames.filter((group) => chosen.includes(group))
  const close = () => box.current?.removeAttribute('open')
  function leave({ relatedTarget, currentTarget }: FocusEvent) {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close()
  }
  function closeByKey({ key }: KeyboardEvent) {
    if (key !== 'Escape') return
    close()
    box.current?.querySelector('summary')?.focus()
  }
  return (
    <div className="grid content-start gap-1.5">
      <span id="action-label" className="label text-md font-semibold">
        {t('fields.action')}
      </span>
      <details ref={box} className="relative" onBlur={leave} onKeyDown={closeByKey}>
        <summary
          aria-labelledby="action-label action-chosen"
          aria-describedby={error ? 'action-error' : undefined}
          className={`control flex cursor-pointer list-none items-center [&::-webkit-details-marker]:hidden ${controlStyle}`}
        >
          <span id="action-chosen" className="truncate">
            <Chosen groups={names} />
          </span>
          <Icon of={ChevronDown} className="ml-auto text-muted" />
        </summary>
        <fieldset className="z-20 mt-1 grid max-h-96 gap-x-4 overflow-y-auto rounded-8 border border-line-strong bg-raised p-2 shadow-high md:absolute md:right-0 md:w-[34rem] md:grid-cols-2">
          <legend className="sr-only">{t('fields.action')}</legend>
          {actionGroupNames.map((group) => (
            <ActionBox key={group} group={group} checked={names.includes(group)} />
          ))}
        </fieldset>
      </details>
      {error && (
        <p id="action-error" className="text-sm font-semibold text-red">
          {error}
        </p>
      )}
    </div>
  )
}

function ActionBox({ group, checked }: { group: ActionGroup; checked: boolean }) {
  const { t } = useTranslation('audit-search')
  return (
    <label className="flex pointer-coarse:min-h-11 items-center gap-2 rounded-6 px-2 py-1 text-md hover:bg-ground">
      <input
        type="checkbox"
        name="action"
        value={group}
        defaultChecked={checked}
        className="size-4 accent-primary"
      />
      {t(`actions.${group}`)}
    </label>
  )
}

/** In few words what was chosen. */
function Chosen({ groups: [first, ...more] }: { groups: readonly ActionGroup[] }) {
  const { t } = useTranslation('audit-search')
  if (!first) return t('all')
  return more.length === 0 ? t(`actions.${first}`) : t('chosen', { count: more.length + 1 })
}
