import type ja from '~/i18n/ja/audit'
import type { Translation } from '~/i18n/translation'

export default {} satisfies Translation<typeof ja>
