import { text } from 'node:stream/consumers'
import { StartRefused } from '~/platform/refused.server'
import { CommandRefused, type Run, type Terminal } from './command'

type Command = { summary: string; load(): Promise<{ run: Run }> }

/** The commands by name, in the order of `--help`. Each is loaded only when it is called. */
const commands: Record<string, Command> = {
  parse: {
    summary: '貼り付けた依頼文を読み取る / read pasted requests',
    load: () => import('./parse'),
  },
  assess: {
    summary: '依頼を判定の規則に当てはめる / say what the rules would say of a request',
    load: () => import('./assess'),
  },
  import: {
    summary: '受注CSVを取り込む / import a CSV of orders',
    load: () => import('./import'),
  },
  inquire: {
    summary: 'クロネコに照会する / ask Kuroneko about an order',
    load: () => import('./inquire'),
  },
  'user create': {
    summary: '利用者を作る / create a user',
    load: () => import('./user'),
  },
  'audit verify': {
    summary: '監査ログを検証する / verify the audit log',
    load: () => import('./audit'),
  },
  'audit verify-proof': {
    summary: '証明ファイルを確かめる / check a proof, without a database',
    load: () => import('./audit-verify-proof'),
  },
  'audit export': {
    summary: '監査ログを書き出す / export the audit log',
    load: () => import('./audit-export'),
  },
  'audit verify-export': {
    summary: '証明付きの書き出しを確かめる / check an export with proofs, without a database',
    load: () => import('./audit-verify-export'),
  },
  'audit archive': {
    summary: '1か月分の監査ログを保管庫に移す / move a month of the log into a file',
    load: async () => ({ run: (await import('./audit-archive')).archive }),
  },
  'audit restore': {
    summary: '保管した月を読み戻す / read an archived month back',
    load: async () => ({ run: (await import('./audit-archive')).restore }),
  },
  'audit checkpoint': {
    summary: '監査ログの最新のチェックポイントを表示する / print the newest checkpoint',
    load: async () => ({ run: (await import('./audit-checkpoint')).checkpoint }),
  },
  'audit consistency': {
    summary: '2つの時点の木が続いていることの証明 / prove that one tree continues another',
    load: async () => ({ run: (await import('./audit-checkpoint')).consistency }),
  },
  'audit rotate-key': {
    summary: '監査ログの署名鍵を新しくする / make a new signing key',
    load: () => import('./audit-rotate-key'),
  },
  'dev history': {
    summary: '測定用の過去を作る / make up a past for measurements',
    load: () => import('./dev/history'),
  },
  'db url': {
    summary: 'データベースの接続先を表示する / print where the database is reached',
    load: () => import('./db-url'),
  },
}

const help = `npm run mitame -- COMMAND [OPTIONS]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(19)} ${summary}`)
  .join('\n')}

各コマンドの使い方は COMMAND --help で表示します。--json で機械向けに出力します。
COMMAND --help explains a command; --json answers for programs.
`

/** Finds the command that the arguments begin with, and runs it with the rest. */
export async function mitame(args: string[], terminal: Terminal): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === 'help') {
    terminal.out(help)
    return 0
  }
  try {
    for (const words of [2, 1]) {
      const command = commands[args.slice(0, words).join(' ')]
      if (command) return await (await command.load()).run(args.slice(words), terminal)
    }
    throw new CommandRefused(
      `${args[0]} というコマンドはありません。`,
      `There is no such command.\n\n${help}`,
      2,
    )
  } catch (error) {
    if (error instanceof CommandRefused || error instanceof StartRefused) {
      terminal.err(`${error.message}\n`)
      return error instanceof CommandRefused ? error.exitCode : 1
    }
    throw error
  }
}

if (import.meta.main) {
  process.exitCode = await mitame(process.argv.slice(2), {
    env: process.env,
    out: (written) => process.stdout.write(written),
    err: (written) => process.stderr.write(written),
    input: () => text(process.stdin),
  })
}
