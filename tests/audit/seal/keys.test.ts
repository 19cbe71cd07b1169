import { ed25519 } from '@noble/curves/ed25519.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkpointAt } from '~/audit/seal/checkpoints.server'
import { authenticKeys, KeysUnreadable, originOf } from '~/audit/seal/keys.server'
import { formatVkey } from '~/audit/seal/note'
import { rotateLogKey, seal } from '~/audit/seal/sealer.server'
import { append } from './append'
import { aLog, asOwner, keysOf, type Log, secret, signersOf } from './world'

let log: Log
beforeEach(async () => {
  log = await aLog()
})
afterEach(() => log.close())

const day = 24 * 60 * 60 * 1000
async function sealOne(): Promise<string> {
  await append(log.db, 1)
  const { size } = await seal(log.sealing)
  return (await checkpointAt(log.db, size))?.note ?? ''
}

it('is made once, and names the log by itself unless the setting does', async () => {
  await Promise.all([seal(log.sealing), seal(log.sealing), seal(log.sealing)])
  const { keys, forged } = await keysOf(log)
  expect({ keys: keys.length, forged }).toEqual({ keys: 1, forged: [] })
  expect(originOf({ keys, forged })).toMatch(/^mitame-[0-9a-f]{8}\/audit$/)

  const other = await aLog()
  await seal({ ...other.sealing, origin: 'desk.example/audit' })
  expect(originOf(await keysOf(other))).toBe('desk.example/audit')
  await seal({ ...other.sealing, origin: 'another.example/audit' })
  expect(originOf(await keysOf(other))).toBe('desk.example/audit')
  await other.close()
})

it('lies in the database encrypted', async () => {
  await seal(log.sealing)
  const [key] = (await keysOf(log)).keys
  const [row] = await log.db.signingKey.findMany()
  expect(Buffer.from(row?.privateKey ?? '', 'base64').includes(Buffer.from(key?.privateKey ?? ''))).toBe(
    false,
  )
  expect(await authenticKeys(log.db, 'another secret')).toEqual({ keys: [], forged: [row?.id] })
})

it('is followed by another, and signs beside it for thirty days', async () => {
  const first = await sealOne()
  log.time.now = new Date(log.time.now.getTime() + day)
  const { keys } = await rotateLogKey(log.sealing)
  const [older, newer] = keys.map(({ verifier }) => verifier)
  expect(older?.name).toBe(newer?.name)
  expect(older && formatVkey(older)).not.toBe(newer && formatVkey(newer))
  const both = await sealOne()
  log.time.now = new Date(log.time.now.getTime() + 30 * day - 1)
  const still = await sealOne()
  log.time.now = new Date(log.time.now.getTime() + 1)
  const alone = await sealOne()
  const ids = async (note: string) => (await signersOf(log, note))?.map(({ keyId }) => keyId)
  expect(await ids(first)).toEqual([older?.keyId])
  expect(await ids(both)).toEqual([older?.keyId, newer?.keyId])
  expect(await ids(still)).toEqual([older?.keyId, newer?.keyId])
  expect(await ids(alone)).toEqual([newer?.keyId])
})

it('added or changed by somebody without the secret is known for what it is, and signs nothing', async () => {
  const note = await sealOne()
  const { secretKey, publicKey } = ed25519.keygen()
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const [own] = await log.db.signingKey.findMany()
  await asOwner(
    log,
    `INSERT INTO signing_key (id, name, public_key, private_key, created_at)
     SELECT uuidv7(), name, '\\x${hex(publicKey)}', '${Buffer.from(secretKey).toString('base64')}', now() FROM signing_key`,
  )
  await asOwner(
    log,
    `INSERT INTO signing_key (id, name, public_key, private_key, created_at)
     SELECT uuidv7(), name, '\\x${hex(publicKey)}', private_key, created_at FROM signing_key WHERE id = '${own?.id}'`,
  )
  const { keys, forged } = await authenticKeys(log.db, secret)
  expect(keys.map(({ id }) => id)).toEqual([own?.id])
  expect(forged).toHaveLength(2)
  expect(await signersOf(log, await sealOne())).toEqual([
    expect.objectContaining({ keyId: (await signersOf(log, note))?.[0]?.keyId }),
  ])
  await asOwner(
    log,
    `UPDATE signing_key SET created_at = created_at + interval '1 day' WHERE id = '${own?.id}'`,
  )
  await append(log.db, 1)
  await expect(seal(log.sealing)).rejects.toThrow(KeysUnreadable)
})
