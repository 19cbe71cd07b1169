import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '~/cli/audit-verify-proof'
import { CommandRefused } from '~/cli/command'
import {
  checkpoint,
  correction,
  filing,
  logKey,
  nextKey,
  proofOf,
  reason,
  seenAt,
  witnessKey,
} from '../audit/proof/fixture'
import { terminal } from './terminal'

let folder: string
let proof: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitame-proofs-'))
  proof = await file('MT-2026-000123-e4.tlog-proof', proofOf(correction))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function verify(...args: string[]) {
  const { written, ...rest } = terminal()
  const code = await run(args, { ...rest })
  return { code, ...written }
}

describe('mitame audit verify-proof', () => {
  it('tells in Japanese, then in English, what is proven and what is not', async () => {
    const { code, out, err } = await verify(proof, '--key', logKey.vkey)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('✓ 証明されました: 窓口 が見た目上のステータス変更を反映しました')
    expect(out).toContain('変更前 → 変更後: 決済完了・配送完了 → 注文キャンセル・キャンセル')
    expect(out).toContain('日時（日本時間）: 2026-11-24 09:21:00')
    expect(out).toContain('証明されないこと\n')
    expect(out).toContain('✓ Proven: ')
    expect(out.indexOf('✓ 証明')).toBeLessThan(out.indexOf('✓ Proven'))
    expect(out).not.toMatch(/<\/?b>|\{\{/)
  })

  it('takes keys from a file, witnesses and words', async () => {
    const lines = [logKey.signs(checkpoint), witnessKey.sees(checkpoint, seenAt)]
    const keys = await file('keys', `# of the desk\n${logKey.vkey}\r\n\n${witnessKey.vkey}\n`)
    const { code, out } = await verify(await file('filed', proofOf(filing, { lines })), '--key', keys)
    expect(code).toBe(0)
    expect(out).toContain(reason.replace('\n', '\n    '))
    expect(out).toContain('第三者の立会人 witness.example/w1+')
  })

  it('answers for programs', async () => {
    const { code, out } = await verify(proof, '--key', nextKey.vkey, '--key', logKey.vkey, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, proven: { event: { action: 'order.corrected' } } })
  })

  it('checks everything but the signature without a key, and does not call it proven', async () => {
    const { code, out } = await verify(proof)
    expect(code).toBe(1)
    expect(out).toContain('✗ 証明されません')
    expect(out).toContain(`Unknown key: no key that you trust has signed this`)
    expect(out).toContain(logKey.vkey.split('+').slice(0, 2).join('+'))
    const changed = await file('changed', proofOf(correction, { index: 2 }))
    expect(JSON.parse((await verify(changed, '--json')).out)).toEqual({
      ok: false,
      faults: [{ kind: 'not_included' }],
    })
  })

  it.each([
    ['no file', [], 2],
    ['two files', ['one', 'two'], 2],
    ['a file that is not there', ['nowhere'], 1],
    ['a key that is none', ['--key', 'nowhere', 'nowhere'], 1],
  ])('refuses %s', async (_what, args, exitCode) => {
    await expect(verify(...args)).rejects.toSatisfy(
      (error) => error instanceof CommandRefused && error.exitCode === exitCode,
    )
  })
})
