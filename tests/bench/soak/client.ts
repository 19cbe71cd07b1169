import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Asked, Product } from '../product'
import type { Acknowledged, Book } from './book'

export type Outage = {
  /** Whether errors are to be expected now. */
  isOn(): boolean
}

export type Parts = { product: Product; book: Book; outage: Outage }

/** How long somebody waits before the same button is pressed again, in milliseconds. */
const patience = 200

/** One person with a browser: who is signed in, and presses again where the desk did not answer. */
export class Client {
  constructor(
    private readonly parts: Parts,
    private readonly cookie: string,
  ) {}

  /** Reads a page. */
  read(name: string, path: string): Promise<Answer> {
    return this.answered(name, path, { expected: 200 })
  }

  /**
   * Presses a button that does something. Null where the desk refuses it, which is no error.
   * @param expected how the desk says that it is done
   */
  async press(name: string, path: string, form: string, told: Acknowledged[] = [], expected = 302) {
    const { book } = this.parts
    for (const act of told) book.begin(act)
    const answer = await this.answered(name, path, { body: form, expected: [expected, 403, 409, 422] })
    if (answer.status !== expected) {
      book.refused++
      return null
    }
    book.acknowledged.push(...told)
    return answer
  }

  /** Sends a file, as the form with the file field does; returns where the desk leads on to. */
  async upload(name: string, path: string, filename: string, content: string): Promise<string> {
    const boundary = 'soak-boundary'
    const body = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="upload"; filename="${filename}"`,
      'Content-Type: text/csv',
      '',
      content,
      `--${boundary}--`,
      '',
    ].join('\r\n')
    const type = `multipart/form-data; boundary=${boundary}`
    const { headers } = await this.answered(name, path, { body, type, expected: 302 })
    return headers.location ?? ''
  }

  private async answered(name: string, path: string, asked: Omit<Asked, 'cookie'>): Promise<Answer> {
    const { product, book, outage } = this.parts
    for (;;) {
      const wasAway = outage.isOn()
      const begun = performance.now()
      try {
        const answer = await product.ask(path, { ...asked, cookie: this.cookie })
        if (answer.headers.location?.startsWith('/sign-in')) throw new Error(`${path} asks for a sign-in`)
        book.took(name, performance.now() - begun)
        return answer
      } catch (error) {
        if (!wasAway && !outage.isOn()) throw error
        book.again++
        await pause(patience)
      }
    }
  }
}
