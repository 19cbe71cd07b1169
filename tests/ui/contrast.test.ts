import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

const styles = readFileSync('app/ui/styles.css', 'utf8')
const tokens = readFileSync(
  createRequire(import.meta.url).resolve('@digital-go-jp/tailwind-theme-plugin/v4'),
  'utf8',
)

function declarations(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const [lightBlock = '', darkBlock = ''] = [...styles.matchAll(/:root {\n([^}]+)}/g)].map((found) => found[1])
const light = new Map([...declarations(tokens), ...declarations(lightBlock)])
const schemes = {
  light,
  dark: new Map([
    ...light,
    ...declarations(styles.slice(styles.indexOf('(prefers-color-scheme: dark)')).split('}')[0] ?? ''),
  ]),
}

function luminance(scheme: Map<string, string>, name: string): number {
  const value = scheme.get(name)?.trim() ?? ''
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (reference) return luminance(scheme, reference)
  const digits = /^#([0-9a-f]{6})$/i.exec(value)?.[1]
  if (!digits) throw new Error(`--${name} is no plain colour: ${value}`)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(scheme: Map<string, string>, one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(scheme, one), luminance(scheme, other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const tones = ['green', 'amber', 'orange', 'red', 'sky', 'grey']
const grounds = ['ground', 'surface', 'raised']

const words: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'muted', 'faint', 'primary', 'red'].map((ink): [string, string] => [ink, ground]),
  ),
  ...['ink', 'muted', 'faint', 'primary'].map((ink): [string, string] => [ink, 'primary-soft']),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
  ]),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
]

const shapes: [string, string][] = [
  ...grounds.map((ground): [string, string] => ['line-control', ground]),
  ...tones.flatMap((tone): [string, string][] => [[`${tone}-mark`, 'surface']]),
]

// WCAG 2.2, 1.4.3 and 1.4.11.
describe.each(['light', 'dark'] as const)('in the %s scheme', (name) => {
  const scheme = schemes[name]

  it.each(words)('%s can be read on %s', (ink, ground) => {
    expect(contrast(scheme, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s can be told from %s', (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3)
  })
})

it('reads two different schemes', () => {
  expect(darkBlock).toBeTruthy()
  expect(schemes.dark.get('ground')).not.toBe(schemes.light.get('ground'))
})
