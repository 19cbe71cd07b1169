import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import tsconfigPaths from 'vite-tsconfig-paths'
import { contentPolicy } from './content-policy'

/** `/verify` as one file that needs nothing beside it; built after the rest, into the same folder. */
export default defineConfig({
  root: import.meta.dirname,
  // What the libraries' own comments make the bundler say is of no use to anybody.
  logLevel: 'error',
  publicDir: false,
  plugins: [tailwindcss(), tsconfigPaths({ root: '../..' }), viteSingleFile(), contentPolicy()],
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: resolve(process.env.MITAME_BUILD_FOLDER ?? 'build', 'verify'),
    emptyOutDir: true,
    // Nothing is loaded, so nothing is loaded ahead.
    modulePreload: false,
  },
})
