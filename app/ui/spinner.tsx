import { LoaderCircle } from 'lucide-react'
import { Icon } from './icon'

/** Something is under way. Say what in words beside it. */
export function Spinner() {
  return <Icon of={LoaderCircle} className="animate-spin" />
}
