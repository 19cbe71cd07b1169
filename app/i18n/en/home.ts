import type ja from '~/i18n/ja/home'
import type { Translation } from '~/i18n/translation'

export default {
  title: 'Home',
  merchant: {
    lead: 'Bring the status shown here into line with what you did in the Kuroneko web collect admin.',
    file: 'Request a change',
    waiting: 'Waiting for your answer',
    waitingNone: 'No request needs your answer',
    waitingNoneWhat: 'Questions from the desk will appear here.',
    recent: 'Recent requests',
    recentNone: 'No requests yet',
    recentNoneWhat: 'All you need is the order number and what Kuroneko shows for it.',
    all: 'See all',
    open: 'In review',
    needsInfo: 'Waiting for you',
    applied: 'Applied',
    rejected: 'Rejected',
  },
  staff: {
    lead: 'Requests that are due soonest come first.',
    next: 'Up next',
    nextNone: 'Nothing is waiting',
    nextNoneWhat: 'New requests appear here, those due soonest first.',
    openDesk: 'Open the desk',
    unclaimed: 'Unclaimed',
    mine: 'Mine',
    needsInfo: 'Waiting for the shop',
    second: 'Waiting for second approval',
  },
} satisfies Translation<typeof ja>
