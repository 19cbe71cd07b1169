import type ja from '~/i18n/ja/home'
import type { Translation } from '~/i18n/translation'

export default {
  title: 'Home',
} satisfies Translation<typeof ja>
