import { may, type Permission, type Role } from '~/staff/permissions'

/** The life of a request as one table (`design.md` §4). Buttons, verbs and tests read it; nothing else asks for a state. */

export const requestStates = [
  'submitted',
  'in_review',
  'needs_info',
  'awaiting_second',
  'applied',
  'rejected',
  'withdrawn',
] as const
export type RequestState = (typeof requestStates)[number]

export const requestActions = [
  'claim',
  'release',
  'ask',
  'answer',
  'resume',
  'approve',
  'approve_second',
  'return',
  'reject',
  'withdraw',
] as const
export type RequestAction = (typeof requestActions)[number]

type Step = {
  to: RequestState
  permission: Permission
  /** Approving goes here instead when two people are needed. */
  whenTwo?: RequestState
}

const decide = 'desk.decide'
const file = 'requests.file'

export const life: Record<RequestState, Partial<Record<RequestAction, Step>>> = {
  submitted: {
    claim: { to: 'in_review', permission: decide },
    withdraw: { to: 'withdrawn', permission: file },
  },
  in_review: {
    claim: { to: 'in_review', permission: decide },
    release: { to: 'submitted', permission: decide },
    ask: { to: 'needs_info', permission: decide },
    approve: { to: 'applied', permission: decide, whenTwo: 'awaiting_second' },
    reject: { to: 'rejected', permission: decide },
    withdraw: { to: 'withdrawn', permission: file },
  },
  needs_info: {
    answer: { to: 'in_review', permission: file },
    resume: { to: 'in_review', permission: decide },
    withdraw: { to: 'withdrawn', permission: file },
  },
  awaiting_second: {
    approve_second: { to: 'applied', permission: 'desk.decide_second' },
    return: { to: 'in_review', permission: decide },
  },
  applied: {},
  rejected: {},
  withdrawn: {},
}

export const openStates = requestStates.filter((state) => Object.keys(life[state]).length > 0)

/** The step that `action` takes from `state`, or undefined where the table has none. */
export function step(state: RequestState, action: RequestAction): Step | undefined {
  return life[state][action]
}

type Viewer = { id: string; role: Role }

/** What this person may do to a request in this state; a second approval is never one's own first. */
export function actionsFor(
  viewer: Viewer,
  request: { state: RequestState; firstApproverId: string | null; assigneeId: string | null },
): RequestAction[] {
  return requestActions.filter((action) => {
    const found = step(request.state, action)
    if (!found || !may(viewer.role, found.permission)) return false
    if (action === 'approve_second') return request.firstApproverId !== viewer.id
    if (action === 'claim') return request.assigneeId !== viewer.id
    return true
  })
}
