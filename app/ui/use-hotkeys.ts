import { useEffect, useRef } from 'react'

export type Hotkeys = { [key: string]: (() => void) | undefined }

/** Single keys that act, named as in `KeyboardEvent.key`. Off inside text fields, in dialogs and with a modifier. */
export function useHotkeys(hotkeys: Hotkeys): void {
  const latest = useRef(hotkeys)
  useEffect(() => {
    latest.current = hotkeys
  })
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      if (isTaken(event)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** Text fields take every key; what can be pressed keeps the keys that press it. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role=dialog], [role=alertdialog]')
  )
    return true
  return (key === 'Enter' || key === ' ') && target.closest('a, button, summary') !== null
}
