import type { ActionFunctionArgs } from '@remix-run/node'
import { maxRows } from '~/corrections/limits'
import { preview } from '~/corrections/preview.server'
import { permitOr404, requireDesk } from '../session.server'

/**
 * What the rules will read of the orders behind the numbers being typed: `number`, once for each; `anew` for those to
 * ask Kuroneko about once more; `shop` for the desk's own people. The browser puts it before the rules.
 */
export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'requests.file')
  const form = await args.request.formData()
  const shop = form.get('shop')
  const question = {
    numbers: texts(form, 'number'),
    anew: texts(form, 'anew'),
    ...(typeof shop === 'string' && { shop }),
  }
  return Response.json(await preview(desk, question), { headers: { 'Cache-Control': 'no-store' } })
}

function texts(form: FormData, name: string): string[] {
  const values = form.getAll(name).filter((value) => typeof value === 'string')
  return [...new Set(values)].slice(0, maxRows)
}
