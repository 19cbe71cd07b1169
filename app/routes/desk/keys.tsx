import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Dialog } from '~/ui/dialog'
import { useHotkeys } from '~/ui/use-hotkeys'
import { useDeskAddress } from './queue-list'

const listed = [
  'next',
  'previous',
  'open',
  'search',
  'claim',
  'approve',
  'ask',
  'reject',
  'note',
  'together',
  'list',
] as const
const keyOf: Record<(typeof listed)[number], string> = {
  next: 'J',
  previous: 'K',
  open: 'Enter',
  search: '/',
  claim: 'C',
  approve: 'A',
  ask: 'Q',
  reject: 'R',
  note: 'N',
  together: 'B',
  list: '?',
}

type Props = {
  rows: string[]
  current: string | undefined
  /** Whether anything waits at the quick lane. */
  quick: boolean
}

/** Moves through the queue by j and k, leads to the quick lane by b, and shows the list of keys by ?. */
export function DeskKeys({ rows, current, quick }: Props) {
  const [open, setOpen] = useState(false)
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  const address = useDeskAddress()
  // Keys pressed while a page is still on its way count from where the last of them leads.
  const ahead = useRef<string[]>([])
  useEffect(() => {
    const reached = ahead.current.indexOf(current ?? '')
    ahead.current = reached < 0 ? [] : ahead.current.slice(reached + 1)
  }, [current])
  const move = (by: 1 | -1) => () => {
    const from = ahead.current.at(-1) ?? current
    const at = from ? rows.indexOf(from) + by : 0
    const to = rows[Math.min(Math.max(at, 0), rows.length - 1)]
    if (!to || to === from) return
    ahead.current.push(to)
    navigate(address(to), { preventScrollReset: false })
  }
  useHotkeys({
    j: move(1),
    k: move(-1),
    b: quick ? () => navigate('/desk/quick') : undefined,
    '?': () => setOpen(true),
  })
  return (
    <Dialog open={open} onOpenChange={setOpen} title={t('keys.title')}>
      <dl className="grid grid-cols-[max-content_1fr] items-center gap-x-4 gap-y-2">
        {listed.map((name) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="rounded-sm border border-b-2 border-line-strong px-1.5 py-0.5 font-mono text-xs font-semibold">
                {keyOf[name]}
              </kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
