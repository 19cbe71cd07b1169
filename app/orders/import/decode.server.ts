import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Encoding } from './fields'

/** So many bytes from the first non-ASCII one on decide which encoding a file has. */
const sample = 64 * 1024

export type Decoding = {
  /** The file's text, chunk by chunk. Bytes that the encoding does not have come out as U+FFFD. */
  text: AsyncGenerator<string>
  /** Known as soon as the text has begun; ASCII alone counts as UTF-8. */
  encoding(): Encoding
}

/**
 * Decodes a file as it streams by. Unless `forced`: a byte order mark or valid UTF-8 is UTF-8, anything else is CP932
 * (Windows' Shift_JIS). Until the first non-ASCII byte nothing needs deciding.
 */
export function decode(bytes: AsyncIterable<Uint8Array>, forced?: Encoding): Decoding {
  let encoding = forced
  async function* text(): AsyncGenerator<string> {
    let held = Buffer.alloc(0)
    let decoder = forced && iconv.getDecoder(forced)
    for await (const chunk of bytes) {
      if (decoder) {
        yield decoder.write(Buffer.from(chunk))
        continue
      }
      held = Buffer.concat([held, chunk])
      const undecided = held.length - firstNonAscii(held)
      if (undecided === 0) {
        yield held.toString('latin1')
        held = Buffer.alloc(0)
      } else if (undecided >= sample) {
        encoding = detect(held)
        decoder = iconv.getDecoder(encoding)
        yield decoder.write(held)
        held = Buffer.alloc(0)
      }
    }
    encoding ??= detect(held)
    decoder ??= iconv.getDecoder(encoding)
    yield decoder.write(held) + (decoder.end() ?? '')
  }
  return { text: text(), encoding: () => encoding ?? 'utf-8' }
}

function firstNonAscii(bytes: Buffer): number {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  return at < 0 ? bytes.length : at
}

/** A character may be cut off at the sample's end, which does not make it another encoding. */
function detect(bytes: Buffer): Encoding {
  const cuts = [0, 1, 2, 3].filter((cut) => cut <= bytes.length)
  return cuts.some((cut) => isUtf8(bytes.subarray(0, bytes.length - cut))) ? 'utf-8' : 'cp932'
}
