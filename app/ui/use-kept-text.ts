import { useLocation, useNavigation } from '@remix-run/react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'

/**
 * A text area's value that outlives the page: kept in this tab under `key` while it is being written, and gone once its
 * form was taken and leads on. A refused form stays where it is, and a session that had lapsed leads to signing in.
 */
export function useKeptText(key: string) {
  const [value, setValue] = useState('')
  const place = `mitame:text:${key}`
  const here = useLocation()
  const { state, formData, location } = useNavigation()
  const leadsOn = state === 'loading' && formData !== undefined && location.search !== here.search
  const taken = useRef(false)
  useEffect(() => {
    taken.current = leadsOn && location?.pathname !== '/sign-in'
  }, [leadsOn, location])
  useEffect(() => {
    setValue(sessionStorage.getItem(place) ?? '')
    return () => {
      if (taken.current) sessionStorage.removeItem(place)
    }
  }, [place])
  function onChange(event: ChangeEvent<HTMLTextAreaElement>) {
    setValue(event.currentTarget.value)
    sessionStorage.setItem(place, event.currentTarget.value)
  }
  return { value, onChange }
}
