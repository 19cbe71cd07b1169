/** What of a statement its name is chosen by. */
type Statement = { sql: string; args: readonly unknown[] }

/**
 * @property named statements that get a name at most; each costs some 10 kB to 100 kB on every connection that runs it
 * @property often how often a text has to come before it gets one
 * @property remembered texts without a name whose coming is counted
 */
type Limits = { named: number; often: number; remembered: number }

/**
 * Gives statements names, under which a connection prepares them once instead of at each call: with a partition for
 * every month, planning takes longer than most look-ups do. A list of values makes another text for each of its lengths,
 * so a text gets a name only once it has come a few times, and no more than so many do; the others have the empty name,
 * which is prepared anew each time.
 *
 * PostgreSQL plans a named statement anew after any change to its tables, such as another month's partition. It refuses
 * one whose columns have become others; statements here name their columns, and a column's type changes by a migration
 * only, at start.
 */
export function statementNames({ named = 250, often = 3, remembered = 1_000 }: Partial<Limits> = {}) {
  const names = new Map<string, string>()
  const times = new Map<string, number>()
  return ({ sql, args }: Statement): string => {
    // Without values it may be several statements in one, or end a transaction: nothing to plan.
    if (args.length === 0) return ''
    const known = names.get(sql)
    if (known || names.size >= named) return known ?? ''
    const time = (times.get(sql) ?? 0) + 1
    if (time < often) {
      if (times.size >= remembered) times.clear()
      times.set(sql, time)
      return ''
    }
    times.delete(sql)
    const name = `mitame_${names.size + 1}`
    names.set(sql, name)
    return name
  }
}
