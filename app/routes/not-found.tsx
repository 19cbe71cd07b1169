import { notFound } from './session.server'

/** Every address that is none. The shell around it shows the error page and keeps the navigation. */
export function loader() {
  throw notFound()
}

export default function NotFound() {
  return null
}
