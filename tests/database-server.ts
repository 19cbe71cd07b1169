import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { prepareJobs } from '~/jobs/schema.server'
import { prepareDatabase } from '~/platform/boot.server'
import { startEmbedded } from '~/platform/embedded.server'
import { makeTemporaryHome } from '~/platform/home.server'

export const TEMPLATE = 'mitame_template'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses with `{database}` where the name belongs. */
    databaseServer: { ownerUrl: string; appUrl: string }
  }
}

/** Vitest's global set-up: one server for the whole run, with the migrations applied once, to a template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await makeTemporaryHome()
  const server = await startEmbedded({ home, durable: false })
  await prepareDatabase(server, TEMPLATE)
  await prepareJobs(server.ownerUrl(TEMPLATE))
  project.provide('databaseServer', {
    ownerUrl: server.ownerUrl('{database}'),
    appUrl: server.appUrl('{database}'),
  })
  return async () => {
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
}
