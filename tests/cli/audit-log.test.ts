import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64 } from '~/audit/seal/bytes'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { formatVkey, parseVkey } from '~/audit/seal/note'
import { seal } from '~/audit/seal/sealer.server'
import { consistencyProof } from '~/audit/seal/tree.server'
import { auditCheckpoint, auditConsistency } from '~/cli/audit-checkpoint'
import { auditRotateKey } from '~/cli/audit-rotate-key'
import { append } from '../audit/seal/append'
import { aLog, keysOf, type Log } from '../audit/seal/world'

let log: Log
beforeAll(async () => {
  log = await aLog()
})
afterAll(() => log.close())

function terminal() {
  const written = { out: '' }
  return {
    written,
    deps: {
      env: {},
      out(text: string) {
        written.out += text
      },
      err: () => {},
      input: async () => '',
      withDatabase: <T>(_env: unknown, work: (db: Log['db']) => Promise<T>) => work(log.db),
      withSealing: <T>(_env: unknown, work: (sealing: Log['sealing']) => Promise<T>) => work(log.sealing),
    },
  }
}

async function said(command: typeof auditCheckpoint, ...args: string[]): Promise<string> {
  const { written, deps } = terminal()
  expect(await command(args, deps)).toBe(0)
  return written.out
}

describe('mitame audit', () => {
  it('checkpoint prints the newest note, and says where there is none', async () => {
    await expect(said(auditCheckpoint)).rejects.toThrow('Nothing has been sealed yet.')
    await append(log.db, 5)
    await seal(log.sealing)
    const newest = await latestCheckpoint(log.db)
    expect(await said(auditCheckpoint)).toBe(newest?.note)
    const { size, root, note } = JSON.parse(await said(auditCheckpoint, '--json'))
    expect({ size, note }).toEqual({ size: 5, note: newest?.note })
    expect(fromBase64(root)).toEqual(newest?.root)
  })

  it('consistency prints the proof, a hash on each line', async () => {
    const lines = (await said(auditConsistency, '3', '5')).split('\n').slice(0, -1)
    const proof = (await consistencyProof(log.db, 3, 5)).map((hash) => Buffer.from(hash).toString('base64'))
    expect(lines).toEqual(proof)
    expect(JSON.parse(await said(auditConsistency, '3', '5', '--json'))).toEqual({ from: 3, to: 5, proof })
    await expect(said(auditConsistency, '5', '6')).rejects.toThrow('There are 5 sealed events.')
    for (const wrong of [[], ['3'], ['5', '3'], ['a', '3'], ['1', '2', '3']]) {
      await expect(said(auditConsistency, ...wrong)).rejects.toMatchObject({ exitCode: 2 })
    }
  })

  it('rotate-key prints the new key, beside which the present one stays', async () => {
    const { written, deps } = terminal()
    expect(await auditRotateKey([], deps)).toBe(0)
    const { keys } = await keysOf(log)
    expect(keys).toHaveLength(2)
    expect(written.out.trim()).toBe(keys[1] && formatVkey(keys[1].verifier))
    expect(parseVkey(written.out.trim())).not.toBeNull()
  })
})
