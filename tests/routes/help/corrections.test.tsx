import { expect, it } from 'vitest'
import { wishablePayments } from '~/corrections/limits'
import { parsePaste } from '~/corrections/paste/parse'
import { claimLabels, claims, formLabels, paymentWishLabels } from '~/corrections/wishes'
import { pasteExample } from '~/routes/help/corrections/example.server'
import { FieldsTable } from '~/routes/help/corrections/fields-table'
import { saidBy } from './said-by'

it('gives an example that holds all five labels and is read without any doubt', () => {
  const { text, read } = pasteExample()
  for (const label of Object.values(formLabels)) expect(text).toContain(`・${label}:`)
  expect(parsePaste(text).requests.map(({ problems }) => problems)).toEqual([[]])
  expect(Object.values(read)).not.toContain(null)
})

it.each(['ja', 'en'] as const)('offers in %s what the form offers', (language) => {
  const said = saidBy(<FieldsTable />, language)
  for (const wish of wishablePayments) expect(said).toContain(paymentWishLabels[wish][language])
  for (const claim of claims) expect(said).toContain(claimLabels[claim][language])
})
