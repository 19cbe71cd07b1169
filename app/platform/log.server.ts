import { type Logger, pino } from 'pino'
import type { Config } from './config.server'

export type { Logger }

/** One JSON line per entry on standard output; quiet unless `LOG_LEVEL` says otherwise. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
}
