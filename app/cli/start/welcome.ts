import { demoPassword, demoUsers } from '../demo/people'

/** The address where there are pages, and on the demo desk who can sign in and where its Kuroneko is. */
export function printWelcome(url: string | null, isDemo: boolean, sandboxUrl?: string): void {
  console.log(`\nMitame  ${url ?? 'ジョブを処理しています / works the jobs'}\n`)
  if (sandboxUrl) console.log(`  クロネコのサンドボックス / Kuroneko sandbox  ${sandboxUrl}\n`)
  if (isDemo) {
    for (const { email, role, name } of demoUsers)
      console.log(`  ${email.padEnd(20)} ${role.padEnd(9)} ${name}`)
    console.log(`\n  パスワード / password: ${demoPassword}\n`)
  }
  console.log('Ctrl-C で終了します / stops it')
}
