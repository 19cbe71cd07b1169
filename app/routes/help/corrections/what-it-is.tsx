import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { followers } from '~/verdicts/rules'
import { Points } from '../help-page'

/** What a status correction changes, and what it leaves as it is. */
export function WhatItIs() {
  const { t } = useTranslation(['help', 'common', 'verdicts'])
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Card title={t('help:corrections.is.title')}>
        <Points points={[t('help:corrections.is.status'), t('help:corrections.is.record')]} />
      </Card>
      <Card title={t('help:corrections.isNot.title')}>
        <Points
          points={[
            t('help:corrections.isNot.money', { cosmetic: t('common:cosmetic') }),
            t('help:corrections.isNot.others', {
              followers: followers.map((follower) => t(`verdicts:followers.${follower}`)).join(' / '),
            }),
            t('help:corrections.isNot.ordinary'),
          ]}
        />
      </Card>
    </div>
  )
}
