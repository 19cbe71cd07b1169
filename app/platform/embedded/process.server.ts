import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process came to life, as a text that no later process of the same id shares; `null` when there is
 * none. Zombies count as none: they hold nothing, and containers often have nobody who buries them.
 */
export function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const fields = procStat(pid)
    if (!fields || fields[0] === 'Z') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : null
  return ask('lstart=', pid)
}

/** The command line of a live process, or `null`. */
export function commandOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null
    } catch {
      return null
    }
  }
  return ask('command=', pid)
}

/** The fields of /proc/PID/stat from the state on; the name before them may hold spaces and brackets. */
function procStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function ask(column: string, pid: number): string | null {
  const { stdout } = spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' })
  return stdout?.trim() || null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
