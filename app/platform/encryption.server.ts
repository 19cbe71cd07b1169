import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of the nonce and of the tag that AES-256-GCM adds. */
const nonceLength = 12
const tagLength = 16

/**
 * Encrypts what must not lie open in the database, under a key drawn from `MITAME_SECRET` for one purpose.
 * @param about what the ciphertext belongs to; `decrypt` needs the same, so that it cannot be moved to another row
 */
export function encrypt(secret: string, purpose: string, plain: Uint8Array, about: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Null where it was not written with this secret, for this purpose, about the same. */
export function decrypt(secret: string, purpose: string, encrypted: string, about: string): Buffer | null {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < nonceLength + tagLength) return null
  const nonce = bytes.subarray(0, nonceLength)
  const options = { authTagLength: tagLength }
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), nonce, options)
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()])
  } catch {
    return null
  }
}

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}
