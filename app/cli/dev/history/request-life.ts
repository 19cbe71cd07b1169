import { hour, minute, officeTime } from './calendar'
import type { Person } from './people'
import type { RequestStory } from './request-story'

/** What can become of a request. Each `yield` is the moment of what follows; a history that ends before stops there. */
export type Life = Generator<number, void>

export function* requestLife(request: RequestStory, truth: number | null): Life {
  const { chance, cast } = request.story.world
  const later = (median: number) => officeTime(chance, request.story.now, median)
  if (chance.happens(0.04)) {
    yield later(3 * hour)
    return request.withdraw()
  }
  yield later(4 * hour)
  let agent: Person = chance.pick(cast.agents)
  request.act('claim', agent, { assigneeId: agent.id })
  if (chance.happens(0.07)) {
    yield later(hour)
    if (chance.happens(0.5)) {
      request.act('release', agent, { assigneeId: null })
      yield later(5 * hour)
    }
    agent = chance.pick(cast.agents)
    request.act('claim', agent, { assigneeId: agent.id })
  }
  if (chance.happens(0.35)) {
    yield later(20 * minute)
    request.note(agent)
  }
  if (chance.happens(request.isBlocked() ? 0.75 : 0.25)) yield* conversation(request, agent, truth)
  if (request.state === 'in_review') yield* decision(request, agent)
  if (chance.happens(0.03) && request.state !== 'in_review') {
    request.story.now += minute
    request.refuse('approve', chance.pick(cast.agents), 'conflict')
  }
}

/** Questions and answers, after which Kuroneko may say what the shop said. */
function* conversation(request: RequestStory, agent: Person, truth: number | null): Life {
  const { story } = request
  const { chance } = story.world
  do {
    yield officeTime(chance, story.now, 40 * minute)
    request.say('ask', agent)
    yield officeTime(chance, story.now, 8 * hour)
    if (chance.happens(0.06)) return request.withdraw()
    if (chance.happens(0.08)) request.act('resume', agent, { assigneeId: agent.id })
    else request.say('answer', answering(request))
    if (chance.happens(0.6)) story.kuroneko = truth
    if (chance.happens(0.3)) {
      story.now += chance.whole(2, 30) * minute
      request.note(agent)
    }
  } while (chance.happens(0.2))
}

/** The shop answers; what an agent filed for it, the agent. */
function answering({ story, filer }: RequestStory): Person {
  return filer.role === 'merchant' ? story.world.chance.pick(story.shop.members) : filer
}

function* decision(request: RequestStory, agent: Person): Life {
  const { story } = request
  const { chance, cast } = story.world
  yield officeTime(chance, story.now, 90 * minute)
  if (request.request.orderId) request.inquire(agent, chance.happens(0.95))
  if (story.standing?.outcome === 'unknown' && chance.happens(0.5)) {
    story.now += chance.whole(3, 40) * minute
    request.attach(agent)
  }
  if (request.isBlocked() && chance.happens(0.15)) request.refuse('approve', agent, 'blocked')
  const lead = chance.pick(cast.leads)
  const overrides = request.isBlocked() && request.isOverridable() && chance.happens(0.12)
  if ((request.isBlocked() && !overrides) || chance.happens(0.04)) {
    story.now += chance.whole(1, 20) * minute
    return request.reject(agent)
  }
  if (chance.happens(0.03)) request.refuse('approve', agent, 'stale')
  story.now += chance.whole(1, 9) * minute
  request.approve(overrides ? lead : agent)
  for (let rounds = 0; rounds < 3 && request.state === 'awaiting_second'; rounds += 1) {
    yield* second(request)
  }
}

/** The second person, who is a lead and another one. */
function* second(request: RequestStory): Life {
  const { story } = request
  const { chance, cast } = story.world
  yield officeTime(chance, story.now, 3 * hour)
  const others = cast.leads.filter(({ id }) => id !== request.request.firstApproverId)
  const lead = others[chance.whole(0, others.length - 1)] ?? cast.leads[0]
  if (chance.happens(0.05)) request.refuse('approve_second', chance.pick(cast.agents), 'needs_lead')
  const first = cast.leads.find(({ id }) => id === request.request.firstApproverId)
  if (first && chance.happens(0.2)) request.refuse('approve_second', first, 'same_person')
  if (chance.happens(0.12)) request.giveBack(lead)
  else {
    request.inquire(lead, chance.happens(0.97))
    request.approveSecond(lead)
  }
  if (request.state !== 'in_review') return
  yield officeTime(chance, story.now, hour)
  const agent = chance.pick(cast.agents)
  request.inquire(agent)
  story.now += chance.whole(1, 9) * minute
  if (request.isBlocked()) request.reject(agent)
  else request.approve(agent)
}
