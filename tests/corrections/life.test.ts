import { describe, expect, it } from 'vitest'
import {
  actionsFor,
  life,
  openStates,
  type RequestAction,
  requestActions,
  requestStates,
} from '~/corrections/life'
import { roles } from '~/staff/permissions'

/** The whole table as `design.md` §4 draws it: state, act, where it leads, who may. All that is not here is refused. */
const table = `
submitted        claim           in_review   agent lead
submitted        withdraw        withdrawn   merchant agent lead
in_review        claim           in_review   agent lead
in_review        release         submitted   agent lead
in_review        ask             needs_info  agent lead
in_review        approve         applied     agent lead
in_review        reject          rejected    agent lead
in_review        withdraw        withdrawn   merchant agent lead
needs_info       answer          in_review   merchant agent lead
needs_info       resume          in_review   agent lead
needs_info       withdraw        withdrawn   merchant agent lead
awaiting_second  approve_second  applied     lead
awaiting_second  return          in_review   agent lead`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

const somebody = 'somebody'
const request = { firstApproverId: null, assigneeId: null }

describe('the life of a request', () => {
  for (const state of requestStates) {
    for (const role of roles) {
      it(`offers a ${role} exactly the table's acts in ${state}`, () => {
        const wanted = table
          .filter(([from, , , ...who]) => from === state && who.includes(role))
          .map(([, act]) => act)
        expect(actionsFor({ id: somebody, role }, { ...request, state }).sort()).toEqual(wanted.sort())
      })
    }
    for (const action of requestActions) {
      it(`leads from ${state} by ${action} where the table says`, () => {
        const row = table.find(([from, act]) => from === state && act === action)
        expect(life[state][action]?.to).toBe(row?.[2])
      })
    }
  }

  it('sends only a first approval to a second person', () => {
    const two = requestStates.flatMap((state) =>
      requestActions.filter((action) => life[state][action]?.whenTwo).map((action) => [state, action]),
    )
    expect(two).toEqual([['in_review', 'approve']])
    expect(life.in_review.approve?.whenTwo).toBe('awaiting_second')
  })

  it('never offers the second approval to the first approver', () => {
    const state = 'awaiting_second'
    const lead = { id: somebody, role: 'lead' } as const
    const own: RequestAction[] = actionsFor(lead, { ...request, state, firstApproverId: somebody })
    expect(own).not.toContain('approve_second')
    expect(actionsFor(lead, { ...request, state, firstApproverId: 'else' })).toContain('approve_second')
  })

  it('does not offer to claim what one has already', () => {
    const agent = { id: somebody, role: 'agent' } as const
    expect(
      actionsFor(agent, { state: 'in_review', firstApproverId: null, assigneeId: somebody }),
    ).not.toContain('claim')
  })

  it('is over in exactly three states', () => {
    expect(requestStates.filter((state) => !openStates.includes(state))).toEqual([
      'applied',
      'rejected',
      'withdrawn',
    ])
  })
})
