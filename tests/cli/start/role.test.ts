import { expect, test } from 'vitest'
import { roleOf } from '~/cli/start/role'

const database = { url: 'postgres://desk/mitame', ownerUrl: 'postgres://desk/mitame' }

test('a process does everything unless it is told its part', () => {
  expect(roleOf([], { database: null })).toBe('all')
  expect(roleOf(['--role=web'], { database })).toBe('web')
  expect(roleOf(['--role', 'worker'], { database })).toBe('worker')
})

test('an unknown part or word is refused, and told', () => {
  for (const words of [['--role=queen'], ['--rule=web'], ['web']]) {
    expect(() => roleOf(words, { database })).toThrow(words.join(' '))
  }
})

test('the embedded database is no database for several processes', () => {
  expect(() => roleOf(['--role=web'], { database: null })).toThrow('DATABASE_URL')
})
