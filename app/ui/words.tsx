import { useTranslation } from '~/i18n/use-translation'

/** What a person wrote; where it was erased (null), that it was. */
export function Words({ words }: { words: string | null }) {
  const { t } = useTranslation('erasure')
  return words === null ? <span className="text-muted italic">{t('erased')}</span> : words
}
