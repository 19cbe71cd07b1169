import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../..')
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that tests run in: the one named, the system's, or Playwright's own; `undefined` when none is there. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...FIXED_PLACES, chromium.executablePath()].find(isExecutable)
}

/** Finds a browser that starts, installing one where there is none; throws with what a person can do. */
export async function ensureChromium(): Promise<void> {
  if (await starts()) return provideJapaneseFont()
  console.log('Chromium をインストールしています / installing Chromium')
  run(process.execPath, [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
  if (!(await starts())) aptInstall('chromium')
  if (!(await starts())) {
    throw new Error(
      'No Chromium starts here. Install one (apt-get install chromium, or npx playwright install --with-deps chromium), or name one in CHROMIUM_PATH.',
    )
  }
  provideJapaneseFont()
}

async function starts(): Promise<boolean> {
  const executablePath = findChromium()
  if (!executablePath) return false
  try {
    const browser = await chromium.launch({ executablePath, args: launchArguments })
    await browser.close()
    return true
  } catch (error) {
    console.log(`${executablePath}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`)
    return false
  }
}

/** Without one Japanese is shown as boxes; the tests still run, only their pictures are of no use. */
function provideJapaneseFont(): void {
  const fonts = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' })
  if (fonts.status === 0 && fonts.stdout.trim() === '') aptInstall('fonts-noto-cjk')
}

function aptInstall(...packages: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  run('apt-get', ['update', '-q'])
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync(command, args, { env, encoding: 'utf8', timeout: 600_000 })
  if (status !== 0)
    console.log(`${command} ${args.join(' ')}: ${stderr?.trim().split('\n').at(-1) ?? 'failed'}`)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
