import { setTimeout as pause } from 'node:timers/promises'

// Not SIGHUP: a handler would undo what nohup asked for.
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** One Ctrl-C may arrive twice: from the terminal and handed on by npm. */
const SAME_PRESS = 500
const PATIENCE = 15_000

export type Shutdown = {
  /** What to undo at the end; the last one first. */
  onEnd(undo: () => Promise<void>): void
  /** Undoes everything and ends the process. */
  end(exitCode: number): Promise<never>
  readonly ending: boolean
}

/** Ends this process in order on the first signal, and at once on a second. */
export function prepareShutdown(): Shutdown {
  const undoes: (() => Promise<void>)[] = []
  let endingSince = 0
  const shutdown: Shutdown = {
    onEnd: (undo) => undoes.push(undo),
    get ending() {
      return endingSince > 0
    },
    async end(exitCode) {
      endingSince ||= Date.now()
      await Promise.race([undoAll(undoes), pause(PATIENCE)])
      process.exit(exitCode)
    },
  }
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (endingSince === 0) {
        console.log('\n終了しています… / stopping…')
        void shutdown.end(0)
      } else if (Date.now() - endingSince > SAME_PRESS) process.exit(130)
    })
  }
  return shutdown
}

async function undoAll(undoes: (() => Promise<void>)[]): Promise<void> {
  for (let undo = undoes.pop(); undo; undo = undoes.pop()) {
    try {
      await undo()
    } catch (error) {
      console.error(error)
    }
  }
}
