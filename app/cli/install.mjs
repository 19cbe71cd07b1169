// Plain JavaScript for any Node from 20 on: it runs before there is a node_modules.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const modules = join(root, 'node_modules')
const binaries = join(modules, '.bin')
const client = join(root, 'app/platform/prisma')
const quiet = process.argv.includes('--quiet')
const generateAgain = process.argv.includes('--generate')

class Problem extends Error {}

try {
  checkNode()
  await installPackages()
  await generateClient()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return
  throw new Problem(
    `Node.js 20 以上が必要です（現在 ${process.version}）。\nMitame needs Node.js 20 or later; this is ${process.version}.`,
  )
}

async function installPackages() {
  const lock = fingerprint(['package-lock.json'])
  const stamp = join(modules, '.mitame-installed')
  if (stampOf(stamp) === lock) return
  say('パッケージをインストールしています（初回は 1〜2 分）。')
  say('Installing packages; the first time takes a minute or two.')
  const started = Date.now()
  const ticker = setInterval(() => say(`  … ${seconds(started)}`), 5000)
  const npm = process.env.npm_execpath
  const flags = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const result = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...flags])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', flags)
  clearInterval(ticker)
  if (result.code !== 0) throw installProblem(result.output)
  writeFileSync(stamp, lock)
  say(`✓ パッケージ / packages  ${seconds(started)}`)
}

function installProblem(output) {
  const reason = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/.test(output)
    ? 'npm レジストリにつながりません。ネットワークとプロキシの設定を確認してください。\nThe npm registry cannot be reached. Please check the network and proxy settings.'
    : /EACCES|EPERM|EROFS/.test(output)
      ? `${root} に書き込めません。フォルダーの持ち主で実行してください。\n${root} cannot be written to. Please run as the owner of that folder.`
      : /ENOSPC/.test(output)
        ? 'ディスクの空きがありません。\nThe disk is full.'
        : 'パッケージをインストールできません。\nThe packages cannot be installed.'
  return new Problem(`${reason}\n\n${output.trim().split('\n').slice(-15).join('\n')}`)
}

async function generateClient() {
  if (!existsSync(join(root, 'prisma/schema.prisma'))) return
  const schema = fingerprint(['prisma/schema.prisma', 'package-lock.json'])
  const stamp = join(client, '.generated-from')
  if (stampOf(stamp) === schema && !generateAgain) return
  const started = Date.now()
  // With an engine named, Prisma does not try to download one; generating needs none, so any file will do.
  const engine = fileURLToPath(import.meta.url)
  const prisma = join(modules, 'prisma/build/index.js')
  const result = await run(join(binaries, 'node'), [prisma, 'generate', '--no-hints'], {
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
  if (result.code !== 0) {
    throw new Problem(`データベースの型を生成できません。\nprisma generate failed:\n${result.output.trim()}`)
  }
  mkdirSync(client, { recursive: true })
  writeFileSync(stamp, schema)
  say(`✓ データベースの型 / database client  ${seconds(started)}`)
}

function run(command, args, environment = {}) {
  const env = { ...process.env, ...environment, PATH: `${binaries}${delimiter}${process.env.PATH}` }
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function stampOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} 秒`
}

function say(line) {
  if (!quiet) console.log(line)
}
