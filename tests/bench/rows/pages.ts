import { startBare } from '../bare/start'
import { against, type Duration } from '../measure'
import { cookieOf, type Product } from '../product'
import { busyRequest, fillQueue, messageOf, messages, settle } from '../queue'
import type { Result } from '../report'
import type { Bench } from '../scale'
import { onLog } from '../worlds'

const smallLog = 2_000

/** The desk's two pages as a signed-in agent has them, each against a bare Remix route that renders as many bytes. */
export const pages: Bench = ({ duration, queue }) =>
  onLog(smallLog, async (log, startProduct) => {
    const people = await fillQueue(log, queue)
    const reference = await busyRequest(log, people)
    await settle(log)
    const product = await startProduct()
    const cookie = await cookieOf(product, people.agent)
    const bare = await startBare()
    try {
      const list = { product, bare: bare.url, cookie, duration, path: '/desk', isWhole: hasRows }
      const one = { ...list, path: `/desk/${reference}`, isWhole: hasConversation }
      return [
        { ...(await measurePage('desk', list)), goal: { at: 'least', value: 0.6 } },
        { ...(await measurePage('one request', one)), goal: { at: 'least', value: 0.5 } },
      ]
    } finally {
      await bare.end()
    }
  })

function hasRows(text: string): boolean {
  return text.split('href="/desk/MT-').length > 50
}

function hasConversation(text: string): boolean {
  return Array.from({ length: messages }, (_, i) => messageOf(i + 1)).every((said) => text.includes(said))
}

type Page = {
  product: Product
  bare: string
  cookie: string
  duration: Duration
  path: string
  isWhole: (text: string) => boolean
}

async function measurePage(
  name: string,
  { product, bare, cookie, duration, path, isWhole }: Page,
): Promise<Extract<Result, { kind: 'ratio' }>> {
  const shown = await product.ask(path, { cookie, expected: 200 })
  if (!isWhole(shown.text)) throw new Error(`${path} does not show what it should`)
  const asLarge = await addressOfSize(product, bare, Buffer.byteLength(shown.text))
  const page = async () => {
    const { text } = await product.ask(path, { cookie, expected: 200 })
    if (!isWhole(text)) throw new Error(`${path} does not show what it should`)
  }
  const floor = async () => void (await product.ask(asLarge, { expected: 200 }))
  return { kind: 'ratio', row: await against(name, page, floor, duration), goal: null }
}

/** Where the bare application answers so many bytes, within 2 %. */
async function addressOfSize({ ask }: Product, bare: string, bytes: number): Promise<string> {
  const address = (rows: number) => `${bare}/rows?rows=${rows}`
  const size = async (rows: number) => Buffer.byteLength((await ask(address(rows), { expected: 200 })).text)
  const [few, many] = [await size(10), await size(110)]
  const rows = Math.round(10 + ((bytes - few) * 100) / (many - few))
  const found = await size(rows)
  if (Math.abs(found / bytes - 1) > 0.02) throw new Error(`the floor has ${found} bytes, the page ${bytes}`)
  return address(rows)
}
