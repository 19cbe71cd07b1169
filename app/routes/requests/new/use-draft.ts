import { useNavigation } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from './check'
import { isEmptyRow } from './fields'

const pause = 300

/**
 * Keeps the form on this device, under its person's name, until it is filed or discarded.
 * @param restore is handed what an earlier visit left, once; it stands back where the server sent a form to show
 */
export function useDraft(userId: string, current: Draft, restore: ((draft: Draft) => void) | null) {
  const key = `mitame.request-new.${userId}`
  const [restored, setRestored] = useState(false)
  const [ready, setReady] = useState(false)
  const opening = useRef(restore)
  const text = JSON.stringify(current)
  const filed = useFiled()

  useEffect(() => {
    let left = false
    void read(key).then((draft) => {
      if (left) return
      if (draft && opening.current) {
        opening.current(draft)
        setRestored(true)
      }
      setReady(true)
    })
    return () => {
      left = true
    }
  }, [key])

  useEffect(() => {
    if (!ready) return
    if (filed) {
      localStorage.removeItem(key)
      return
    }
    const timer = setTimeout(() => keep(key, text), pause)
    return () => clearTimeout(timer)
  }, [key, text, ready, filed])

  const discard = useCallback(() => {
    localStorage.removeItem(key)
    setRestored(false)
  }, [key])
  return { restored, discard }
}

/** Whether the form was accepted, and the page that says so is on its way. A lapsed session leads elsewhere. */
function useFiled(): boolean {
  const { state, formData, location } = useNavigation()
  if (state !== 'loading' || formData?.get('intent') !== 'file') return false
  return location.pathname !== '/requests/new' && location.pathname !== '/sign-in'
}

async function read(key: string): Promise<Draft | null> {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : (await import('./check')).parseDraft(kept)
  } catch {
    return null
  }
}

function keep(key: string, text: string): void {
  const { requests, text: pasted }: Draft = JSON.parse(text)
  try {
    if (requests.every(isEmptyRow) && pasted === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Full or forbidden storage: the form works without.
  }
}
