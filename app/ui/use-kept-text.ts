import { useNavigation } from '@remix-run/react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'

/**
 * A text area's value that outlives the page: kept in this tab under `key` while it is being written, and gone once the
 * field leaves the page because its form was taken.
 */
export function useKeptText(key: string) {
  const [value, setValue] = useState('')
  const place = `mitame:text:${key}`
  const sending = useNavigation().formData !== undefined
  const sent = useRef(false)
  useEffect(() => {
    sent.current = sending
  }, [sending])
  useEffect(() => {
    setValue(sessionStorage.getItem(place) ?? '')
    return () => {
      if (sent.current) sessionStorage.removeItem(place)
    }
  }, [place])
  function onChange(event: ChangeEvent<HTMLTextAreaElement>) {
    setValue(event.currentTarget.value)
    sessionStorage.setItem(place, event.currentTarget.value)
  }
  return { value, onChange }
}
