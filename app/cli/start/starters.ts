import { isLiving, type Life, lifeOf } from '~/platform/home.server'

const GLANCE = 300

/**
 * npm, when this is one of its scripts: without it this process could no longer be reached from the terminal.
 * (The script's `exec` makes npm the parent; with a shell between them signals to npm would be lost.)
 */
export function startersOf(environment: NodeJS.ProcessEnv): Life[] {
  const npm = environment.npm_lifecycle_event ? lifeOf(process.ppid) : null
  return npm && npm.pid > 1 ? [npm] : []
}

export function whenAnyGone(starters: Life[], act: () => void): void {
  if (starters.length === 0) return
  const glance = setInterval(() => {
    if (starters.every(isLiving)) return
    clearInterval(glance)
    act()
  }, GLANCE)
  glance.unref()
}
