import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findChromium, launchArguments } from './browser/chromium'

// Chosen once; the workers, which read this file again, inherit it.
process.env.MITAME_TEST_PORT ??= String(await freePort())
process.env.KURONEKO_SANDBOX_PORT ??= String(await freePort())

export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results',
  globalSetup: './browser/product.ts',
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  // A busy machine is slow; a test that fails waits a little longer, one that passes does not.
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${process.env.MITAME_TEST_PORT}`,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: launchArguments },
  },
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
}
