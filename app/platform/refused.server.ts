export type StartRefusal =
  | 'config'
  | 'home_unusable'
  | 'already_running'
  | 'port_taken'
  | 'database_unreachable'
  | 'database_failed'
  | 'newer_database'
  | 'older_database'
  | 'migration_failed'
  | 'build_failed'

/** Why Mitame cannot start, in words for the person at the terminal: Japanese, then English. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'

  constructor(
    readonly reason: StartRefusal,
    japanese: string,
    english: string,
    options?: ErrorOptions,
  ) {
    super(`${japanese}\n${english}`, options)
  }
}
