import { resolve } from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'

const app = resolve(import.meta.dirname, 'app')
const texts = /\/i18n\/(ja|en)\/[a-z-]+\.ts$/

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * Each script of the browser says which texts its components show: what they ask `useTranslation` for is named again in
 * a call, so that the texts come along with the script (app/i18n/needed.ts).
 */
function namedTexts(): Plugin {
  const asking = /useTranslation\(([^)]*)\)/g
  return {
    name: 'texts that a script shows',
    enforce: 'pre',
    transform(code, id, { ssr = false } = {}) {
      if (ssr || !id.startsWith(app)) return
      const areas = new Set(
        [...code.matchAll(asking)].flatMap(([, asked = '']) => asked.match(/[a-z-]+(?=')/g) ?? ['common']),
      )
      if (areas.size === 0) return
      const names = [...areas].map((area) => `'texts/${area}'`)
      return { code: `${code}\nimport { need } from '~/i18n/needed'\nneed(${names.join()})\n`, map: null }
    },
  }
}

/**
 * What nearly every page has is one script, and so are the rules: many small ones are compressed badly, each for itself.
 * A chunk takes along whatever its files import, so that the parts with large libraries or texts of their own are apart.
 */
function chunkOf(id: string): string | undefined {
  if (/\/ui\/(dialog|words)\.tsx$/.test(id)) return
  if (/\/react-i18next\/.*\/Trans|\/html-parse-stringify\//.test(id)) return 'rich-text'
  if (
    /\/app\/(ui|platform)\/|\/app\/i18n\/[a-z-]+\.ts|\/(lucide-react|react|react-dom|i18next|react-i18next)\/|vite\/preload-helper/.test(
      id,
    )
  )
    return 'kit'
  if (/\/app\/verdicts\//.test(id)) return 'rules'
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    namedTexts(),
    tailwindcss(),
    remix({
      buildDirectory: process.env.MITAME_BUILD_FOLDER ?? 'build',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    tsconfigPaths(),
  ],
  build: isSsrBuild
    ? {}
    : {
        rollupOptions: {
          output: {
            chunkFileNames: ({ facadeModuleId }) =>
              `assets/${facadeModuleId?.match(texts)?.[1] ?? 'part'}-[name]-[hash].js`,
            manualChunks: chunkOf,
          },
        },
      },
  // Of these large libraries the server needs little: in its build that little is all there is to load and install.
  ssr: { noExternal: ['lucide-react', /^react-(aria|stately)/, /^@internationalized\//, '@swc/helpers'] },
}))
