import { describe, expect, it } from 'vitest'
import { usualColumns } from '~/routes/orders/list/columns'
import { chosenColumns, keepColumns } from '~/routes/orders/list/columns-cookie.server'

/** What a browser that got this answer to the form shows next. */
async function shownAfter(...fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const line = (await keepColumns(form)).get('Set-Cookie') ?? ''
  const pair = /Max-Age=0/.test(line) ? '' : (line.split(';')[0] ?? '')
  return chosenColumns(new Request('http://localhost/orders', { headers: { Cookie: pair } }))
}

describe('the columns of the order list', () => {
  it('are the usual ones until somebody chooses', async () => {
    expect(await chosenColumns(new Request('http://localhost/orders'))).toEqual(usualColumns)
  })

  it('are those that were chosen, in the order of the list', async () => {
    expect(await shownAfter(['column', 'amount'], ['column', 'left'], ['column', 'nonsense'])).toEqual([
      'left',
      'amount',
    ])
  })

  it('may be none but the number', async () => {
    expect(await shownAfter(['intent', 'columns'])).toEqual([])
  })

  it('go back to the usual ones', async () => {
    expect(await shownAfter(['column', 'left'], ['intent', 'usual'])).toEqual(usualColumns)
  })

  it('are the usual ones where the cookie says nothing that can be read', async () => {
    const request = new Request('http://localhost/orders', { headers: { Cookie: 'order-columns=%%%' } })
    expect(await chosenColumns(request)).toEqual(usualColumns)
  })
})
