import { Check, Minus } from 'lucide-react'
import { Icon } from '~/ui/icon'

/** Whether something is possible: a mark to look at, and the word to hear. */
export function Mark({ yes, word }: { yes: boolean; word: string }) {
  return (
    <span className={yes ? 'text-green' : 'text-muted'}>
      <Icon of={yes ? Check : Minus} className="inline" />
      <span className="sr-only">{word}</span>
    </span>
  )
}
