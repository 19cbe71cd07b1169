import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

/** Says the new page's title, which a browser does by itself only where the whole page is loaded. */
export function Announcer() {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const said = useRef(pathname)
  const [title, setTitle] = useState('')
  useEffect(() => {
    if (state !== 'idle' || said.current === pathname) return
    said.current = pathname
    setTitle(document.title)
  }, [pathname, state])
  return (
    <div aria-live="polite" className="sr-only">
      {title}
    </div>
  )
}
