/** What a picture's first bytes say it is; the sender's word does not count. */
const signatures: [string, (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  [
    'image/webp',
    (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
]

export const largestPicture = 5 * 1024 * 1024

/** The media type of a PNG, JPEG or WebP picture; null for anything else. */
export function pictureType(bytes: Buffer): string | null {
  return signatures.find(([, fits]) => fits(bytes))?.[0] ?? null
}
