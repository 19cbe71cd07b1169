import { joinDatabase } from '~/platform/boot.server'
import { loadConfig } from '~/platform/config.server'
import { CommandRefused, type Run, readArgs } from './command'

const help = `npm run mitame -- db url [--owner] [--json]

動いているデータベースの接続先を表示します。/ Prints where the running database is reached.

  --owner   管理用の役割で / as the owner, who may change the schema
  --json    {"url": …}

  psql "$(npm run --silent mitame -- db url)"
`

/** `mitame db url` */
export const run: Run = async (args, terminal) => {
  const { values } = readArgs({
    args,
    options: { owner: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    terminal.out(help)
    return 0
  }
  const database = await joinDatabase(await loadConfig(terminal.env))
  if (!database) {
    throw new CommandRefused(
      '組み込みデータベースは動いていません。npm start で起動してください。',
      'The embedded database is not running. npm start starts it.',
    )
  }
  const url = values.owner ? database.ownerDatabaseUrl : database.appDatabaseUrl
  terminal.out(values.json ? `${JSON.stringify({ url })}\n` : `${url}\n`)
  return 0
}
