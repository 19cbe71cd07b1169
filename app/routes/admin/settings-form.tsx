import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { carrierSettings } from '~/orders/codes'
import type { ManagedShop } from '~/shops/managed.server'
import { SubmitButton } from '~/ui/button'
import { controlStyle } from '~/ui/field'

/** How a shop ships, whether its members' cards are saved, and how its deferred payments are linked. */
export function SettingsForm({ shop }: { shop: ManagedShop }) {
  const { t } = useTranslation(['erasure', 'orders'])
  const { id, name, carrierSetting } = shop
  return (
    <Form method="post" className="grid max-w-md gap-2 py-1 text-left">
      <input type="hidden" name="shop" value={id} />
      <select
        name="carrierSetting"
        defaultValue={carrierSetting}
        aria-label={t('erasure:shops.carrierOf', { shop: name })}
        className={controlStyle}
      >
        {carrierSettings.map((setting) => (
          <option key={setting} value={setting}>
            {t(`orders:carrierSetting.${setting}`)}
          </option>
        ))}
      </select>
      {(['savedCards', 'manualLink'] as const).map((setting) => (
        <label key={setting} className="flex min-h-9 items-center gap-2 text-sm">
          <input type="checkbox" name={setting} defaultChecked={shop[setting]} className="size-4 flex-none" />
          {t(`erasure:shops.${setting}`)}
        </label>
      ))}
      <div>
        <SubmitButton
          intent="settings"
          tone="default"
          size="sm"
          aria-label={t('erasure:shops.saveSettingsOf', { shop: name })}
        >
          {t('erasure:shops.save')}
        </SubmitButton>
      </div>
    </Form>
  )
}
