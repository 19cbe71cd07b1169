import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const policyTag = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/
const inlineScript = /<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g

/**
 * Writes into the page that it may load nothing at all, and run nothing but the script it came with. It stands in the
 * page itself, so that it also holds for a copy that was saved.
 */
export function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) {
            file.source = withPolicy(file.source.toString())
          }
        }
      },
    },
  }
}

/** The page with the hashes of its own script and style as its policy. */
export function withPolicy(html: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(html, inlineScript)}`,
    `style-src ${hashes(html, inlineStyle)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  if (!policyTag.test(html)) throw new Error('the page has no place for its policy')
  return html.replace(policyTag, (_tag, before, after) => `${before}${policy}${after}`)
}

function hashes(html: string, inline: RegExp): string {
  return [...html.matchAll(inline)]
    .map(([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    .join(' ')
}
