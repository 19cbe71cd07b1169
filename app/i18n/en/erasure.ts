import type ja from '~/i18n/ja/erasure'
import type { Translation } from '~/i18n/translation'

export default {
  erased: 'Erased',
} satisfies Translation<typeof ja>
