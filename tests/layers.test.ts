import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Imports point down this list only (`docs/decisions`); those of one line may use each other's. */
const layers = [
  ['routes', 'cli', 'jobs', 'ui', 'verify-page'],
  ['notifications'],
  ['corrections'],
  ['verdicts'],
  ['orders'],
  ['shops'],
  ['audit'],
  ['staff', 'kuroneko'],
  ['platform', 'i18n'],
]

const heightOf = (folder: string) => layers.findIndex((layer) => layer.includes(folder))
const folderOf = (path: string) => path.split('/')[1] ?? ''

const files = globSync('app/*/**/*.{ts,tsx,mjs}').filter((path) => !path.startsWith('app/platform/prisma/'))

function importsOf(path: string): string[] {
  const source = readFileSync(path, 'utf8')
  return [...source.matchAll(/from '~\/([^/']+)\//gu)].map(([, folder]) => folder ?? '')
}

it('knows every folder of app', () => {
  expect(files.length).toBeGreaterThan(100)
  expect([...new Set(files.map(folderOf))].filter((folder) => heightOf(folder) < 0)).toEqual([])
})

it('lets no file import from above', () => {
  const upward = files.flatMap((path) =>
    importsOf(path)
      .filter((folder) => heightOf(folder) < heightOf(folderOf(path)))
      .map((folder) => `${path} → ${folder}`),
  )
  expect(upward).toEqual([])
})

it('lets nothing that the browser gets import from a .server file of its own accord', () => {
  const shared = files.filter(
    (path) => !path.includes('.server.') && !path.startsWith('app/routes/') && !path.startsWith('app/cli/'),
  )
  const leaks = shared.filter((path) =>
    /^import (?!type)[^;]*?from '[^']*\.server'/mu.test(readFileSync(path, 'utf8')),
  )
  expect(leaks).toEqual([])
})
