import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findWebBuild, makeWebBuild } from '~/cli/start/web-build'
import { runCommand } from './run/command'
import { readPlaywright, readVitest } from './run/reports'
import type { Tally } from './run/tally'

const reports = await mkdtemp(join(tmpdir(), 'mitame-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/** The parts of `npm test` in order; `npm test -- unit lint` runs those alone. */
const parts: Record<string, () => Promise<Tally>> = {
  client: () => check('app/cli/install.mjs'),
  lint: () => check('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  types: () => check('node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'),
  build: checkBuild,
  unit: runVitest,
  browser: runPlaywright,
}

/** One command that is right or wrong as a whole. */
async function check(...command: string[]): Promise<Tally> {
  const { code, output } = await runCommand(command)
  return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [output] }
}

/** The build is the one that `npm start` makes, so the browser tests find it. */
async function checkBuild(): Promise<Tally> {
  try {
    const { folder, exists } = await findWebBuild()
    if (!exists) await makeWebBuild(folder, { onEnd: () => {} })
    return { passed: 1, failed: 0, failures: [] }
  } catch (error) {
    return { passed: 0, failed: 1, failures: [error instanceof Error ? error.message : String(error)] }
  }
}

async function runVitest(): Promise<Tally> {
  const report = join(reports, 'vitest.json')
  const flags = ['-c', 'tests/vitest.config.ts', '--reporter=json', `--outputFile=${report}`]
  return readVitest(report, await runCommand(['node_modules/vitest/vitest.mjs', 'run', ...flags]))
}

async function runPlaywright(): Promise<Tally> {
  const report = join(reports, 'playwright.json')
  const flags = ['-c', 'tests/playwright.config.ts', '--reporter=json']
  const command = ['node_modules/@playwright/test/cli.js', 'test', ...flags]
  return readPlaywright(report, await runCommand(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report }))
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

const total = { passed: 0, failed: 0 }
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const started = performance.now()
  const { passed, failed, skipped, failures } = await run()
  for (const failure of failures) console.log(`\n${failure.trim()}\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(8)} ${counts}  ${seconds} s`)
  total.passed += passed
  total.failed += failed
}
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed`)
