import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What a command works with; tests pass their own. */
export type Terminal = {
  env: Record<string, string | undefined>
  out(text: string): void
  /** For what is not the answer: errors, warnings. */
  err(text: string): void
  /** All of standard input. */
  input(): Promise<string>
}

/** Runs with what stands after the command's name; returns the exit code. */
export type Run = (args: string[], terminal: Terminal) => Promise<number>

/** Why a command did nothing, for the person at the terminal: Japanese, then English. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'

  /** @param exitCode 2 where the command was written wrongly, else 1 */
  constructor(
    japanese: string,
    english: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(`${japanese}\n${english}`)
  }
}

/** `parseArgs` of node:util, whose complaints come as `CommandRefused`. */
export function readArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (error instanceof TypeError) {
      throw new CommandRefused('引数を確認してください。--help で使い方を表示します。', error.message, 2)
    }
    throw error
  }
}
