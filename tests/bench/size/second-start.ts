import { rm } from 'node:fs/promises'
import { makeTemporaryHome } from '~/platform/home.server'
import { npmStart } from './start'

/** Seconds until the sign-in page answers: of a first start, and of the next on what it left. */
export type Starts = { first: number; second: number }

/** The first start has its packages already, but not necessarily its build. */
export async function measureSecondStart(): Promise<Starts> {
  const home = await makeTemporaryHome()
  try {
    const first = await startOnce(home)
    return { first, second: await startOnce(home) }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function startOnce(home: string): Promise<number> {
  const { seconds, end } = await npmStart(home)
  await end()
  return seconds
}
