import { Transform } from 'node:stream'

/**
 * Takes the NUL bytes out of a page on its way. React 18 writes its pages in blocks of 2,048 bytes, and where a
 * character of several bytes does not fit at a block's end it leaves NULs there (facebook/react#24985), which browsers
 * show as �. No byte of a UTF-8 character is NUL, so nothing else is lost.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
