import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { mitame } from '~/cli/mitame'
import { terminal } from './terminal'

const pasted = `対象注文番号: 2026112401
ご希望の決済ステータス: 決済完了
配送ステータス: 変更なし
クロネコ側のステータス: 実売上済み
経緯など、ご事情: 誤ってキャンセルしたため`

const understood = {
  orderNumber: '2026112401',
  paymentStatus: 'captured',
  shippingStatus: 'unchanged',
  kuronekoStatus: 'captured',
  reason: '誤ってキャンセルしたため',
}

describe('mitame parse', () => {
  it('answers with one JSON document', async () => {
    const screen = terminal(pasted)
    expect(await mitame(['parse', '--json'], screen)).toBe(0)
    const { requests, problems } = JSON.parse(screen.written.out)
    expect(requests).toEqual([{ ...understood, problems: expect.any(Array) }])
    expect(problems).toEqual([])
  })

  it('says every problem in a sentence too', async () => {
    const screen = terminal('よろしくお願いします')
    expect(await mitame(['parse', '--json'], screen)).toBe(0)
    expect(JSON.parse(screen.written.out)).toMatchObject({
      requests: [],
      problems: [
        { code: 'nothing_found', severity: 'error', message: expect.stringContaining('読み取れません') },
      ],
    })
  })

  it.each(['utf-8', 'cp932'])('reads a file in %s, and lists it for people', async (encoding) => {
    const folder = await mkdtemp(join(tmpdir(), 'mitame-parse-'))
    try {
      const file = join(folder, 'pasted.txt')
      await writeFile(file, iconv.encode(pasted, encoding))
      const screen = terminal()
      expect(await mitame(['parse', file], screen)).toBe(0)
      expect(screen.written.out).toContain('ご希望の決済ステータス: 決済完了')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it.each([
    ['a file that is not there', ['parse', '/nowhere/pasted.txt'], 1],
    ['two files', ['parse', 'a', 'b'], 2],
  ])('refuses %s', async (_, line, exitCode) => {
    const screen = terminal()
    expect(await mitame(line, screen)).toBe(exitCode)
    expect(screen.written.out).toBe('')
    expect(screen.written.err).not.toBe('')
  })
})
