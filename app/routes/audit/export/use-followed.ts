import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'

const everyMs = 1_500

type Seen = { newest: string | null; running: boolean }

/**
 * Keeps the list fresh while an export is under way. The browser says nothing of a download, so after the button was
 * pressed the list is looked at until the export appears there, and then until it has ended.
 */
export function useFollowed({ newest, running }: Seen) {
  const [pressed, setPressed] = useState<{ before: string | null } | null>(null)
  const { revalidate, state } = useRevalidator()
  const awaited = pressed !== null && pressed.before === newest
  useEffect(() => {
    if (!(awaited || running) || state !== 'idle') return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, everyMs)
    return () => clearTimeout(timer)
  }, [awaited, running, state, revalidate])
  return {
    started: pressed !== null && (awaited || running),
    begin: () => setPressed({ before: newest }),
  }
}
