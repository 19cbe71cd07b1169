import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether scripts run: false in what the server renders, true once the browser has taken over. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
