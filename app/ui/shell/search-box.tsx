import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '../icon'
import { Kbd } from '../kbd'
import { useHotkeys } from '../use-hotkeys'

/** Finds an order or a request by its number; `/` goes there from anywhere. */
export function SearchBox() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useHotkeys({ '/': () => input.current?.focus() })
  return (
    <Form role="search" action="/search" className="relative min-w-0 flex-1 md:max-w-[420px]">
      <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-faint">
        <Icon of={Search} />
      </span>
      <input
        ref={input}
        type="search"
        name="q"
        required
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.label')}
        autoComplete="off"
        className="pointer-coarse:min-h-11 h-[34px] w-full rounded-6 border border-line-control bg-ground pr-3 pl-8 md:pr-9 text-md placeholder:text-faint max-md:text-base"
      />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-muted">
        <Kbd>/</Kbd>
      </span>
    </Form>
  )
}
