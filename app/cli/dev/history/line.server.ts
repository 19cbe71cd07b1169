import type pg from 'pg'

/**
 * One connection whose statements wait for one another, while the caller goes on. A statement that fails is told by the
 * next one that is awaited.
 */
export class Line {
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly client: pg.Client) {}

  query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const answer = this.last.then(() => this.client.query(statement))
    this.last = answer
    // Told when somebody waits, not before.
    answer.catch(() => {})
    return answer
  }

  async settled(): Promise<void> {
    await this.last
  }
}
