import { Form } from '@remix-run/react'
import { Columns3 } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { buttonStyle, SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { type OrderColumn, orderColumns } from './columns'

/** Which columns the list shows. A `details`, so that it opens without JavaScript too. */
export function ColumnMenu({ chosen, withShop }: { chosen: readonly OrderColumn[]; withShop: boolean }) {
  const { t } = useTranslation('orders')
  const menu = useRef<HTMLDetailsElement>(null)
  const shown = chosen.join()
  const close = () => menu.current?.removeAttribute('open')
  useEffect(() => {
    if (shown !== undefined) menu.current?.removeAttribute('open')
  }, [shown])

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close()
  }
  function closeByKey({ key }: KeyboardEvent) {
    if (key !== 'Escape') return
    close()
    menu.current?.querySelector('summary')?.focus()
  }
  return (
    <details ref={menu} className="relative" onBlur={leave} onKeyDown={closeByKey}>
      <summary
        className={`cursor-pointer list-none [&::-webkit-details-marker]:hidden ${buttonStyle({ size: 'sm' })}`}
      >
        <Icon of={Columns3} />
        {t('columns.title')}
      </summary>
      <Form
        key={shown}
        method="post"
        className="absolute top-full right-0 z-30 mt-1 grid w-64 gap-2 rounded-8 border border-line-strong bg-raised p-3 text-ink shadow-high"
      >
        <fieldset>
          <legend className="sr-only">{t('columns.legend')}</legend>
          {orderColumns
            .filter((column) => withShop || column !== 'shop')
            .map((column) => (
              <label
                key={column}
                className="flex pointer-coarse:min-h-11 items-center gap-2 rounded-6 px-2 py-1 text-md hover:bg-ground"
              >
                <input
                  type="checkbox"
                  name="column"
                  value={column}
                  defaultChecked={chosen.includes(column)}
                  className="size-4 accent-primary"
                />
                {t(`columns.${column}`)}
              </label>
            ))}
        </fieldset>
        {!withShop && chosen.includes('shop') && <input type="hidden" name="column" value="shop" />}
        <div className="flex flex-wrap gap-2">
          <SubmitButton intent="columns" size="sm">
            {t('columns.show')}
          </SubmitButton>
          <SubmitButton intent="usual" size="sm" tone="quiet">
            {t('columns.usual')}
          </SubmitButton>
        </div>
      </Form>
    </details>
  )
}
