import { matchWaiting } from '~/corrections/match.server'
import { importOrders } from '~/orders/import/import.server'
import { shopToImportInto } from '~/orders/import/shop.server'
import { dropUpload, findUpload } from '~/orders/import/upload.server'
import type { Desk } from '~/staff/desk.server'
import type { Choice } from './choice'

/**
 * Runs the chosen file, dry or in earnest. Null when the file is no longer there. A file that was imported goes, and
 * requests that waited for its orders find them (`matched`).
 */
export async function runChoice(desk: Desk, home: string, choice: Choice, dryRun: boolean) {
  const upload = choice.file ? await findUpload(home, desk.actor.id, choice.file) : null
  if (!upload) return null
  const shopId = await shopToImportInto(desk, choice.shop)
  if (!shopId)
    return { filename: upload.filename, result: { ok: false, refusal: 'no_shop' } as const, matched: [] }
  const { encoding, mapping } = choice
  const file = { stream: upload.open(), filename: upload.filename, encoding, mapping, dryRun }
  const result = await importOrders(desk, { shopId, ...file })
  if (!result.ok || dryRun) return { filename: upload.filename, result, matched: [] }
  await dropUpload(home, desk.actor.id, upload.id)
  return { filename: upload.filename, result, matched: await matchWaiting(desk, shopId) }
}
export type Checked = NonNullable<Awaited<ReturnType<typeof runChoice>>>
