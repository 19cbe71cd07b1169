import type { SerializeFrom } from '@remix-run/node'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { ExportRow } from '~/audit/export/list.server'

type Row = Pick<SerializeFrom<ExportRow>, 'id' | 'own' | 'finishedAt' | 'lost'>

const awaitedMs = 1_000
const runningMs = 5_000

/**
 * Keeps the list fresh while an export is under way. The browser says nothing of a download, so after the button was
 * pressed the list is looked at until one's own export appears there, and then until it has ended.
 */
export function useFollowed(rows: readonly Row[]) {
  const [pressed, setPressed] = useState<{ before: string | null } | null>(null)
  const newest = rows.find(({ own }) => own)
  const awaited = pressed !== null && (pressed.before === (newest?.id ?? null) || newest?.finishedAt === null)
  const running = rows.some(({ finishedAt, lost }) => finishedAt === null && !lost)
  useRefresh(awaited ? awaitedMs : running ? runningMs : null)
  return { started: awaited, begin: () => setPressed({ before: newest?.id ?? null }) }
}

/** Loads the page's data anew after so long, and again. */
function useRefresh(ms: number | null) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (ms === null || state !== 'idle') return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, ms)
    return () => clearTimeout(timer)
  }, [ms, state, revalidate])
}
