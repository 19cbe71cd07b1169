import { readFile } from 'node:fs/promises'

/** Looks each second at the memory that a process occupies, in MB; Linux only, elsewhere it sees nothing. */
export function watchMemory(pid: number) {
  const samples: number[] = []
  const look = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1]
    if (kilobytes) samples.push(Number(kilobytes) / 1024)
  }
  const timer = setInterval(() => void look(), 1_000)
  return {
    /** The middle of the second quarter of the time, and of the last. */
    end(): { early: number; late: number } {
      clearInterval(timer)
      const quarter = Math.floor(samples.length / 4)
      return {
        early: middle(samples.slice(quarter, 2 * quarter + 1)),
        late: middle(samples.slice(-quarter - 1)),
      }
    },
  }
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
