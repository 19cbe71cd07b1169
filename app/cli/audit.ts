import { placeOf } from '~/audit/fault-place'
import { faultWords } from '~/audit/fault-words'
import type { Fault } from '~/audit/faults'
import { type Progress, type TreeTrust, type Verified, verifyLog } from '~/audit/verify.server'
import { i18nFor } from '~/i18n/translator.server'
import { shownWords } from '~/orders/shown-words'
import type { Database } from '~/platform/database.server'
import { type Run, readArgs, type Terminal } from './command'

const help = `npm run mitame -- audit verify [--checkpoint FILE] [--json]

監査ログのすべての連鎖・封印の木・チェックポイント・ステータスを検証し、不整合があれば場所と種類を示します。不整合があれば終了コードは1です。
Checks every chain of the audit log, the seal's tree, its checkpoints and what is shown, and names each fault by its
place and kind; the exit code is 1 with any.

  --checkpoint FILE  外部に控えたチェックポイントと照合する（省略時は MITAME_HOME の控え）
                     a checkpoint that was kept elsewhere (without it, the copy in MITAME_HOME)
  --json             {"faults": [{"kind", "chain", "order", "seq", …}], "events", "chains", "leaves", "erased", "archived"}
`

export type AuditVerifyDeps = Terminal & {
  /** Whether somebody watches standard error. */
  watched: boolean
  withDatabase<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T>
  /** What the tree is measured by; the kept checkpoint is the one in the file, or else the desk's own copy. */
  trust(env: Terminal['env'], checkpointFile: string | undefined): Promise<TreeTrust>
}

/** `mitame audit verify` with everything it depends on. Faults are written as they are found. */
export async function auditVerify(args: string[], deps: AuditVerifyDeps): Promise<number> {
  const { values } = readArgs({ args, options })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const report = values.json ? asJson(deps) : inWords(deps)
  let faults = 0
  const onFault = (fault: Fault) => {
    report.fault(fault, faults)
    faults += 1
  }
  const onProgress = deps.watched ? showProgress(deps) : undefined
  const trust = await deps.trust(deps.env, values.checkpoint)
  const verified = await deps.withDatabase(deps.env, (db) => verifyLog(db, onFault, onProgress, trust))
  report.end(verified, faults)
  return faults > 0 ? 1 : 0
}

/** `mitame audit verify` */
export const run: Run = async (args, terminal) => {
  const { withDatabase } = await import('./database.server')
  const { trustOf } = await import('./audit-trust.server')
  return auditVerify(args, { ...terminal, withDatabase, trust: trustOf, watched: process.stderr.isTTY })
}

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  checkpoint: { type: 'string' },
} as const

type Report = { fault(fault: Fault, nth: number): void; end(verified: Verified, faults: number): void }

function asJson({ out }: Terminal): Report {
  return {
    fault: (fault, nth) => out(`${nth === 0 ? '{"faults":[' : ','}\n${JSON.stringify(fault)}`),
    end: (verified, faults) =>
      out(`${faults === 0 ? '{"faults":[' : ''}],${JSON.stringify(verified).slice(1)}\n`),
  }
}

function inWords({ out }: Terminal): Report {
  return {
    fault: (fault) => out(`${placeOf(fault)}\n  ${words('ja', fault)}\n  ${words('en', fault)}\n`),
    end: ({ events, chains, leaves, erased, archived }, faults) => {
      const [ja, en] =
        faults === 0
          ? ['改ざんは見つかりませんでした。', 'No tampering found.']
          : [`不整合が${faults}件あります。`, `Faults found: ${faults}.`]
      const kept = erased > 0 ? `（消去された文章 / words erased: ${erased}）` : ''
      const away = archived > 0 ? `（保管庫の記録 / archived: ${archived}）` : ''
      out(`${ja} 記録 ${events}件、連鎖 ${chains}本、封印 ${leaves}件を検証しました。${kept}${away}\n`)
      out(`${en} Verified ${events} events in ${chains} chains, ${leaves} of them sealed.\n`)
    },
  }
}

function words(language: 'ja' | 'en', fault: Fault): string {
  const t = i18nFor(language).getFixedT<['audit', 'common']>(null, ['audit', 'common'])
  return faultWords(t, fault, (shown) => shownWords(language, shown))
}

function showProgress({ err }: Terminal) {
  return ({ events, chains, leaves }: Progress) =>
    err(`\r記録 / events ${events}, 連鎖 / chains ${chains}, 封印 / sealed ${leaves} `)
}
