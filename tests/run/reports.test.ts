import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlaywright, readVitest } from './reports'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitame-reports-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function report(content: object): Promise<string> {
  const file = join(folder, 'report.json')
  await writeFile(file, JSON.stringify(content))
  return file
}

const fine = { code: 0, output: '' }
const vitest = (...statuses: string[]) => ({
  testResults: [
    {
      name: 'a.test.ts',
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ fullName: 'it', status, failureMessages: ['why'] })),
    },
  ],
})
const playwright = (...statuses: string[]) => ({
  suites: [
    {
      suites: [
        {
          specs: [
            { title: 'it', file: 'a', line: 1, tests: statuses.map((status) => ({ status, results: [] })) },
          ],
        },
      ],
    },
  ],
})

test('tests are counted', async () => {
  const units = await readVitest(await report(vitest('passed', 'failed', 'pending')), { code: 1, output: '' })
  expect(units).toMatchObject({ passed: 1, failed: 1, skipped: 1 })
  expect(units.failures[0]).toContain('why')
  const browser = await report(playwright('expected', 'unexpected', 'flaky', 'skipped'))
  expect(await readPlaywright(browser, { code: 1, output: '' })).toMatchObject({
    passed: 1,
    failed: 2,
    skipped: 1,
  })
})

test('a file that could not be loaded has failed', async () => {
  const broken = {
    testResults: [{ name: 'a', status: 'failed', message: 'no such file', assertionResults: [] }],
  }
  const tally = await readVitest(await report(broken), { code: 1, output: '' })
  expect(tally).toMatchObject({ passed: 0, failed: 1, failures: ['a\nno such file'] })
})

test.each([
  ['without a report', async () => join(folder, 'missing.json'), { code: 0, output: 'gone' }],
  ['with a bad end', () => report(vitest('passed')), { code: 1, output: 'unhandled' }],
  ['without a test', () => report(vitest()), fine],
])('a runner that ends %s has failed', async (_how, file, outcome) => {
  expect(await readVitest(await file(), outcome)).toMatchObject({ failed: 1 })
})
