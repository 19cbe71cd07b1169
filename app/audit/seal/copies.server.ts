import type { Clock } from '~/platform/clock'
import type { AuditSettings } from '~/platform/config.server'
import type { Database } from '~/platform/database.server'
import type { Logger } from '~/platform/log.server'
import type { Mailer } from '~/platform/mail.server'
import { latestCheckpoint, type PublishedCheckpoint } from './checkpoints.server'
import { fileSink } from './sinks/file.server'
import { mailSink } from './sinks/mail.server'
import type { Sink } from './sinks/sink'
import { webhookSink } from './sinks/webhook.server'
import { witnessSink } from './sinks/witness.server'

/** Where the settings send checkpoints. Witnesses come first, so that the others get the note with their signatures. */
export type Sinks = { witnesses: Sink[]; file: Sink; others: Sink[] }

/** Throws `StartRefused` for a witness's key that is none. */
export function sinksOf(settings: AuditSettings, mailer: Mailer | null): Sinks {
  return {
    witnesses: settings.witnesses.map(witnessSink),
    file: fileSink(settings.checkpointFile),
    others: [
      ...(settings.webhook ? [webhookSink(settings.webhook)] : []),
      ...(mailer && settings.mailTo.length > 0 ? [mailSink(mailer, settings.mailTo)] : []),
    ],
  }
}

export type Copying = { db: Database; clock: Clock; log: Pick<Logger, 'warn'> }

/** Gives the newest checkpoint to every place that wants it. One that fails keeps no other from it, and is asked again. */
export async function copyCheckpoint(copying: Copying, { witnesses, file, others }: Sinks): Promise<void> {
  await copyNewest(copying, witnesses)
  await copyNewest(copying, [file, ...others])
}

/** The same for the file alone, where there is no time to ask anybody. */
export function copyToFile(copying: Copying, { file }: Sinks): Promise<void> {
  return copyNewest(copying, [file])
}

async function copyNewest(copying: Copying, sinks: Sink[]): Promise<void> {
  const newest = await latestCheckpoint(copying.db)
  if (newest) await Promise.all(sinks.map((sink) => copyTo(copying, sink, newest)))
}

async function copyTo(
  { db, clock, log }: Copying,
  { name, wants, deliver }: Sink,
  checkpoint: PublishedCheckpoint,
): Promise<void> {
  const reached = await db.checkpointCopy.findUnique({ where: { sink: name } })
  const before = reached?.size ?? 0
  const now = clock.now()
  if (!wants(checkpoint.size > before, reached?.at ?? null, now)) return
  try {
    await deliver({ db, checkpoint, before, now })
    await keep({ size: checkpoint.size, at: now, error: null, errorAt: null })
  } catch (caught) {
    const error = caught instanceof Error ? caught.message : String(caught)
    log.warn({ sink: name, size: checkpoint.size, error }, 'a checkpoint could not be sent off')
    await keep({ error, errorAt: now })
  }

  async function keep(progress: { size?: number; at?: Date; error: string | null; errorAt: Date | null }) {
    await db.checkpointCopy.upsert({
      where: { sink: name },
      create: { sink: name, ...progress },
      update: progress,
    })
  }
}
