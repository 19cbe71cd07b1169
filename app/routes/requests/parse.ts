import type { ActionFunctionArgs } from '@remix-run/node'
import { permitOr404, requireDesk } from '../session.server'
import { maxText, readPaste } from './new/paste-rows'

/** Says what a pasted text asks for; files nothing. 422 for a text that is empty or longer than `maxText`. */
export async function action(args: ActionFunctionArgs) {
  permitOr404(requireDesk(args), 'requests.file')
  const text = (await args.request.formData()).get('text')
  const read = typeof text === 'string' ? readPaste(text) : null
  return read ? Response.json(read) : Response.json({ maxText }, { status: 422 })
}
