import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Outcome } from './command'
import type { Tally } from './tally'

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** What Vitest's JSON report says; its own end decides too, so that a crash is never taken for success. */
export async function readVitest(file: string, outcome: Outcome): Promise<Tally> {
  const report = await read(file, vitestReport)
  if (!report) return crashed('vitest', outcome)
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const suite of report.testResults) {
    for (const test of suite.assertionResults) {
      const messages = test.failureMessages ?? []
      count(tally, test.status, `${suite.name}\n${test.fullName}\n${messages.join('\n')}`)
    }
    if (suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed')) {
      count(tally, 'failed', `${suite.name}\n${suite.message}`)
    }
  }
  return settle('vitest', tally, outcome)
}

type PlaywrightSuite = z.infer<typeof playwrightSuite>
const playwrightError = z.object({ message: z.string().optional(), stack: z.string().optional() })
const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      /** expected, unexpected, flaky or skipped */
      status: z.string(),
      results: z.array(z.object({ errors: z.array(playwrightError).default([]) })),
    }),
  ),
})
const playwrightSuite = z.object({
  specs: z.array(playwrightSpec).default([]),
  get suites() {
    return z.array(playwrightSuite).default([])
  },
})
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(playwrightError).default([]),
})

/** What Playwright's JSON report says; a test that passed only when tried again counts as failed. */
export async function readPlaywright(file: string, outcome: Outcome): Promise<Tally> {
  const report = await read(file, playwrightReport)
  if (!report) return crashed('playwright', outcome)
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const spec of report.suites.flatMap(specsOf)) {
    for (const test of spec.tests) {
      const errors = test.results.flatMap(({ errors }) => errors.map((error) => error.stack ?? error.message))
      const status = { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed'
      count(tally, status, `${spec.file}:${spec.line} ${spec.title}\n${errors.join('\n')}`)
    }
  }
  for (const error of report.errors) count(tally, 'failed', error.stack ?? error.message ?? 'unknown error')
  return settle('playwright', tally, outcome)
}

function specsOf(suite: PlaywrightSuite): z.infer<typeof playwrightSpec>[] {
  return [...suite.specs, ...suite.suites.flatMap(specsOf)]
}

async function read<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : schema.parse(JSON.parse(text))
}

function count(tally: Tally, status: string, failure: string): void {
  if (status === 'passed') tally.passed++
  else if (status === 'failed') {
    tally.failed++
    tally.failures.push(failure)
  } else tally.skipped = (tally.skipped ?? 0) + 1
}

/** A runner that ends badly without a failed test, or that finds no test, has failed. */
function settle(runner: string, tally: Tally, outcome: Outcome): Tally {
  if (tally.failed > 0 || (outcome.code === 0 && tally.passed > 0)) return tally
  const reason = tally.passed === 0 ? 'found no test' : `ended with code ${outcome.code}`
  return {
    ...tally,
    failed: 1,
    failures: [`${runner} ${reason}\n${outcome.output}`],
  }
}

function crashed(runner: string, outcome: Outcome): Tally {
  const failure = `${runner} ended with code ${outcome.code} and without a report\n${outcome.output}`
  return { passed: 0, failed: 1, failures: [failure] }
}
