import { describe, expect, it } from 'vitest'
import { readKeys, servedKeys } from '~/verify-page/keys'
import { logKey, witnessKey } from '../audit/proof/fixture'

describe('the keys on the page', () => {
  it('are read line by line, and each line that is none is named', () => {
    const typed = `${logKey.vkey}\r\n\n  ${witnessKey.vkey} \n${logKey.vkey.slice(0, -1)}\nkey`
    const { keys, wrong } = readKeys(typed)
    expect(keys.map(({ name }) => name)).toEqual(['desk.example/audit', 'witness.example/w1'])
    expect(wrong).toEqual([4, 5])
    expect(readKeys('')).toEqual({ keys: [], wrong: [] })
  })

  it.each([
    ['[]', []],
    ['["a+b","c"]', ['a+b', 'c']],
    ['[1,"a"]', ['a']],
    ['{}', []],
    ['not JSON', []],
  ])('come with it: %s', (textContent, keys) => {
    expect(servedKeys({ getElementById: () => ({ textContent }) })).toEqual(keys)
  })
})
