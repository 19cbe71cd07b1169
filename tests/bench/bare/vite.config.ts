import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** The floor's own application, built as the product is; the folder comes from who builds it. */
export default defineConfig({
  logLevel: 'warn',
  publicDir: false,
  plugins: [
    remix({
      appDirectory: 'tests/bench/bare/app',
      buildDirectory: process.env.BARE_BUILD_FOLDER ?? 'build',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
})
