import { latestEvents } from '~/audit/latest.server'
import { countDrifts } from '~/corrections/drifts.server'
import { reviewerStart, shopStart } from '~/corrections/start.server'
import { nearCaptureLimit } from '~/orders/near-limit.server'
import { deskNumbers } from '~/shops/numbers.server'
import type { Desk } from '~/staff/desk.server'

/** How many events the start pages of those who watch show. */
const shownEvents = 10

/** What waits for whoever is signed in, by their role. */
export async function startOf(desk: Desk) {
  switch (desk.actor.role) {
    case 'merchant': {
      const [start, near, drifts] = await Promise.all([
        shopStart(desk),
        nearCaptureLimit(desk),
        countDrifts(desk),
      ])
      return { for: 'shop' as const, start, near, drifts }
    }
    case 'agent':
    case 'lead':
      return {
        for: 'reviewer' as const,
        lead: desk.actor.role === 'lead',
        start: await reviewerStart(desk),
        drifts: await countDrifts(desk),
      }
    case 'auditor': {
      const { entries } = await latestEvents(desk, { action: 'order.corrected', size: shownEvents })
      return { for: 'auditor' as const, entries }
    }
    case 'admin': {
      const [numbers, { entries }] = await Promise.all([
        deskNumbers(desk),
        latestEvents(desk, { size: shownEvents }),
      ])
      return { for: 'admin' as const, numbers, entries }
    }
  }
}
export type Start = Awaited<ReturnType<typeof startOf>>
export type StartFor<Who extends Start['for']> = Extract<Start, { for: Who }>
