import { parentOf } from '~/platform/embedded/process.server'
import { isLiving, type Life, lifeOf } from '~/platform/home.server'

const GLANCE = 300

/**
 * npm and the shell that it starts scripts with. That shell hands no signal on, so `kill` on npm leaves its
 * script behind; this way the script notices.
 */
export function startersOf(environment: NodeJS.ProcessEnv): Life[] {
  if (!environment.npm_lifecycle_event) return []
  const shell = process.ppid
  return [shell, parentOf(shell)].flatMap((pid) => (pid && pid > 1 && lifeOf(pid)) || [])
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
