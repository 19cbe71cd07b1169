import type ja from '~/i18n/ja/orders'
import type { Translation } from '~/i18n/translation'

export default {} satisfies Translation<typeof ja>
