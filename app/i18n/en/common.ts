import type ja from '~/i18n/ja/common'
import type { Translation } from '~/i18n/translation'

export default {
  cosmetic: 'Nothing is processed at the payment company.',
  items_one: '{{count, number}} item',
  items_other: '{{count, number}} items',
  skip: 'Skip to content',
  required: 'Required',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  language: 'Language',
  help: 'Help',
  nav: {
    label: 'Main pages',
    home: 'Home',
    desk: 'Desk',
    requests: 'Requests',
    orders: 'Orders',
    audit: 'Audit log',
    history: 'History',
  },
  search: {
    label: 'Search order or reference number',
    submit: 'Search',
  },
  user: {
    menu: 'Account menu',
    account: 'Account',
    signOut: 'Sign out',
  },
  roles: {
    merchant: 'Shop',
    agent: 'Agent',
    lead: 'Lead',
    auditor: 'Auditor',
    admin: 'Administrator',
  },
  states: {
    submitted: 'Submitted',
    in_review: 'In review',
    needs_info: 'Waiting for you',
    awaiting_second: 'Waiting for second approval',
    applied: 'Applied',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
  statesForDesk: { needs_info: 'Waiting for the shop' },
  verdicts: {
    go: 'Ready to apply',
    look: 'Check, then apply',
    no: 'Cannot be applied',
  },
  change: {
    to: 'to',
    payment: 'Payment status',
    shipping: 'Shipping status',
  },
  pager: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
  },
  form: {
    errors_one: 'Please correct {{count, number}} field',
    errors_other: 'Please correct {{count, number}} fields',
  },
  toast: {
    see: 'View',
  },
} satisfies Translation<typeof ja>
