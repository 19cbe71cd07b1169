import type ja from '~/i18n/ja/errors'
import type { Translation } from '~/i18n/translation'

export default {
  notFound: {
    title: 'Page not found',
    what: 'There is no page at this address, or your account cannot see it.',
    kept: 'Saved requests and records are not affected.',
    next: 'Check the address, or look for it from Home or the search.',
  },
  crossSite: {
    title: 'This action was not accepted',
    what: 'It was sent from another site, so it was stopped for safety.',
    kept: 'Nothing has been changed.',
    next: 'Open Mitame again and repeat the action from there.',
  },
  failed: {
    title: 'This page could not be shown',
    what: 'Something went wrong inside Mitame while this page was being prepared.',
    kept: 'Whatever had been completed is saved. If you were in the middle of something, check the history to see whether it took effect.',
    next: 'Wait a moment and reload. If it happens again, tell your administrator and quote the number below.',
    id: 'Reference',
  },
  offline: {
    title: 'No connection',
    what: 'The network cannot be reached, or Mitame is not answering.',
    kept: 'Drafts saved on this device are still there.',
    next: 'Check your connection and reload.',
  },
  reload: 'Reload',
  home: 'Go to Home',
} satisfies Translation<typeof ja>
