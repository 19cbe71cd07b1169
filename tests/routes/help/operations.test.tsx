import { describe, expect, it, test } from 'vitest'
import { i18nFor, type Translator } from '~/i18n/translator.server'
import { carrierSettings } from '~/orders/codes'
import { operationRefusals, operations } from '~/orders/operations/allowed'
import { carrierLabels } from '~/orders/operations/carriers'
import { kuronekoMethods, methodMatrix, targetMethods } from '~/orders/operations/methods'
import { CancelTable } from '~/routes/help/operations/cancel-table'
import { CarrierTable } from '~/routes/help/operations/carrier-table'
import { MethodTable } from '~/routes/help/operations/method-table'
import { RefusalTable } from '~/routes/help/operations/refusal-table'
import { commonRefusals, refusalsByOperation } from '~/routes/help/operations/refusals'
import { SlipTable } from '~/routes/help/operations/slip-table'
import { slipVerdicts } from '~/routes/help/ordinary-order'
import { saidBy } from './said-by'

const found = refusalsByOperation()

test('every refusal stands under an operation that meets it, or under all', () => {
  const told = new Set([...commonRefusals, ...operations.flatMap((operation) => found[operation])])
  expect(operationRefusals.filter((refusal) => !told.has(refusal))).toEqual([])
})

test('an operation is told only what it can meet', () => {
  expect(found.cancel).toEqual(['already_captured', 'already_cancelled', 'too_early', 'one_of_several'])
  expect(found.change_method).toEqual(['not_cancelled', 'method_not_offered', 'method_needs_manual_link'])
  expect(found.capture).toEqual(expect.arrayContaining(['too_late', 'slip_missing', 'carrier_not_yamato']))
  expect(found.change_fee).toEqual(['method_not_changed', 'nothing_changed'])
  expect(found.modify).not.toContain('slip_missing')
})

test.each([
  ['123456789013', null, null],
  ['123456789012', 'slip_check_digit', null],
  ['12345', 'slip_not_yamato', null],
  ['1234567890123', 'slip_too_long', 'slip_too_long'],
  ['AB3456789013', 'slip_not_digits', 'slip_not_digits'],
])('the slip number %s', (slip, yamato, other) => {
  expect(slipVerdicts(slip)).toEqual({ yamato, other })
})

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const t: Translator = i18nFor(language).getFixedT(null, null)

  it('says every refusal as the order’s page does, and what to do', () => {
    const said = saidBy(<RefusalTable caption="…" refusals={operationRefusals} />, language)
    for (const refusal of operationRefusals) {
      expect(said).toContain(t(`operations:refusal.${refusal}`))
      expect(said).toContain(t(`help:way.${refusal}`, { minutes: 30 }))
    }
  })

  it('draws the matrix of methods cell by cell', () => {
    const words = saidBy(<MethodTable />, language)
    for (const method of [...kuronekoMethods, ...targetMethods]) {
      expect(words).toContain(t(`orders:method.${method}`))
    }
    const marks = kuronekoMethods.flatMap((from) => targetMethods.map((to) => methodMatrix[from][to]))
    const expected = marks.map((mark) => t(`operations:method.mark.${mark}`))
    expect(words.split('\n').filter((word) => word === '○' || word === '△')).toEqual(expected)
  })

  it('tells both carrier settings with their carriers', () => {
    const said = saidBy(<CarrierTable />, language)
    for (const setting of carrierSettings) expect(said).toContain(t(`orders:carrierSetting.${setting}`))
    for (const { [language]: label } of Object.values(carrierLabels)) expect(said).toContain(label)
  })

  it('says that a captured order cannot be cancelled here, and what reaches Kuroneko', () => {
    const said = saidBy(<CancelTable />, language)
    expect(said).toContain(t('operations:refusal.already_captured'))
    expect(said).toContain(t('help:operations.cancel.there'))
    expect(said).toContain(t('help:operations.cancel.here'))
  })

  it('shows what becomes of a slip number that was typed in full width', () => {
    const said = saidBy(<SlipTable />, language)
    expect(said).toContain('１２３４－５６７８－９０１３')
    expect(said).toContain(t('operations:refusal.slip_check_digit'))
  })
})
