import 'i18next'
import type ja from './ja'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof ja
    returnNull: false
  }
}
