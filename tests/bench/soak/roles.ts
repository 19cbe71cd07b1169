import { csv, line, usualHeadings } from '../../orders/import/files'
import { approvalForm, filingForm } from '../forms'
import type { Acknowledged } from './book'
import type { Client } from './client'
import type { Shop } from './world'

/** One turn of somebody's work; the number counts that person's turns. */
export type Work = (turn: number) => Promise<void>

/** A filed request on its way through the desk; whoever has it in hand works on it alone. */
export type Case = { reference: string; shop: string; asked: boolean; refused: boolean }

/** What people hand on to each other. */
export type Trays = { filed: Case[]; asked: Map<string, Case[]> }

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const once = (action: string, about: string): Acknowledged[] => [{ action, about }]

/** Files, looks up, answers questions; now and then imports a file and starts the drift watch. */
export function merchant(client: Client, { code, numbers }: Shop, trays: Trays, imported: string): Work {
  return async (turn) => {
    const question = trays.asked.get(code)?.pop()
    if (question) return answerQuestion(client, question, trays)
    if (turn % 40 === 20) return importFile(client, `${imported}${String(turn).padStart(5, '0')}`)
    if (turn % 100 === 50)
      return void (await client.press('start the drift watch', '/orders/drift', form({ shop: '' })))
    if (turn % 4 === 1) return void (await client.read('list requests', '/requests'))
    if (turn % 4 === 2) return void (await client.read('list orders', '/orders'))
    const number = numbers.pop()
    if (!number) throw new Error('no order is left to be corrected')
    if (turn % 4 === 3) await client.read('look an order up', `/orders/lookup?number=${number}`)
    const filed = await client.press(
      'file',
      '/requests/new',
      filingForm(number),
      once('correction.filed', number),
    )
    const reference = filed?.headers.location?.split('/').at(-1)
    if (reference) trays.filed.unshift({ reference, shop: code, asked: false, refused: false })
  }
}

async function answerQuestion(client: Client, question: Case, trays: Trays): Promise<void> {
  const { reference } = question
  await client.read('open own request', `/requests/${reference}`)
  const fields = { intent: 'answer', body: 'クロネコの画面で確認しました。' }
  await client.press('answer', `/requests/${reference}`, form(fields), once('correction.answered', reference))
  trays.filed.unshift(question)
}

/** Sends a file of five new orders, looks at the dry run, and confirms it. */
async function importFile(client: Client, prefix: string): Promise<void> {
  const numbers = Array.from({ length: 5 }, (_, i) => `${prefix}${i}`)
  const content = csv([usualHeadings, ...numbers.map((number) => line(number))])
  const checked = await client.upload('upload a file', '/orders/import', 'orders.csv', content)
  await client.read('check a file', checked)
  const { searchParams } = new URL(checked, 'http://desk')
  const told = numbers.map((about) => ({ action: 'order.received', about }))
  await client.press('import', '/orders/import', searchParams.toString(), told)
}

/** Takes a request, looks at it, and asks back, rejects or approves. */
export function reviewer(client: Client, trays: Trays): Work {
  return async (turn) => {
    if (turn % 5 === 4) await client.read('look at the desk', '/desk')
    const taken = trays.filed.pop()
    if (!taken) return void (await client.read('look at the desk', '/desk'))
    const { reference } = taken
    const path = `/desk/${reference}`
    if (!taken.asked && !taken.refused)
      await client.press('claim', path, form({ intent: 'claim' }), once('correction.claimed', reference))
    const { text } = await client.read('open a request', `${path}?do=approve`)
    if (turn % 6 === 1 && !taken.asked) return askBack(client, taken, trays)
    const seen = approvable(text)
    if (turn % 6 === 2 || !seen || taken.refused) return void (await reject(client, reference))
    const told = ['correction.approved', 'order.corrected'].map((action) => ({ action, about: reference }))
    const done = await client.press('approve', path, approvalForm(seen), told)
    if (!done) trays.filed.unshift({ ...taken, refused: true })
  }
}

async function askBack(client: Client, taken: Case, trays: Trays): Promise<void> {
  const { reference, shop } = taken
  const fields = { intent: 'ask', body: 'クロネコの画面を確認してください。' }
  await client.press('ask', `/desk/${reference}`, form(fields), once('correction.asked', reference))
  const tray = trays.asked.get(shop) ?? []
  tray.push({ ...taken, asked: true })
  trays.asked.set(shop, tray)
}

function reject(client: Client, reference: string) {
  const fields = { intent: 'reject', idempotencyKey: crypto.randomUUID(), note: '確認できませんでした。' }
  return client.press('reject', `/desk/${reference}`, form(fields), once('correction.rejected', reference))
}

/** What the page would have approved, from its hidden fields. */
function approvable(page: string): { digest: string; content: string } | null {
  const value = (name: string) =>
    page.match(new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`))?.[1] ?? null
  const [digest, content] = [value('digest'), value('content')]
  return digest !== null && content !== null ? { digest, content: unescaped(content) } : null
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Searches the audit log, reads histories, and exports one shop's day now and then. */
export function reader(client: Client, { code, numbers }: Shop, exporter: string): Work {
  return async (turn) => {
    const day = new Date().toISOString().slice(0, 10)
    if (turn % 25 === 24) {
      const path = `/audit/export/file?shop=${code}&from=${day}&action=approved`
      await client.press('export', path, form({ format: 'csv' }), once('audit.exported', exporter), 200)
    } else if (turn % 4 === 0)
      await client.read('search the log for a word', '/audit?words=%E5%8F%96%E6%B6%88')
    else if (turn % 4 === 1) await client.read('search the log by shop', `/audit?shop=${code}`)
    else if (turn % 4 === 2) await client.read('look at the verification', '/audit/verify')
    else {
      const number = numbers.at(-1 - (turn % 40)) ?? numbers[0] ?? ''
      await client.read("read an order's history", `/audit/orders/${number}?shop=${code}`)
    }
  }
}
