import { Transform, type TransformCallback } from 'node:stream'

/**
 * Takes the NUL bytes out of a page on its way. React 18 writes its pages in blocks of 2,048 bytes, and where a
 * character of several bytes does not fit at a block's end it leaves NULs there (facebook/react#24985), which browsers
 * show as �. No byte of a UTF-8 character is NUL, so nothing else is lost.
 *
 * The blocks go on together once React says that it has no more for now: each of them would pass through a web stream,
 * the compression and the socket by itself, which costs more than drawing what is in it.
 */
export function withoutNul(): Transform {
  return new WithoutNul()
}

class WithoutNul extends Transform {
  private blocks: Buffer[] = []

  override _transform(block: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.blocks.push(block.includes(0) ? Buffer.from(block.filter((byte) => byte !== 0)) : block)
    done()
  }

  override _flush(done: TransformCallback): void {
    this.flush()
    done()
  }

  /** React's word for that it has written all that is ready. */
  flush(): void {
    if (this.blocks.length > 0) this.push(Buffer.concat(this.blocks))
    this.blocks = []
  }
}
