import type { TFunction } from 'i18next'
import { formatSecond } from '~/i18n/format'
import { eventActions } from '../events'
import { sentenceKey } from '../sentences'
import type { KeyName, ProofFault, Proven } from './check'
import type { ProvenEvent } from './event-text'

/** What a check says, in words: for the page and for the command. */

/** Texts of `verify` and what it borrows. */
export type ProofT = TFunction<['verify', 'audit', 'common']>

/** Who did what, in a sentence without marks. People are called by their role: the log holds no names. */
export function actWords(t: ProofT, { action, outcome, actor }: ProvenEvent): string {
  const known = eventActions.find((each) => each === action)
  if (!known) return t('verify:unknownAct', { action })
  const sentence = t(sentenceKey({ action: known, outcome }), { actor: roleWords(t, actor) })
  return sentence.replaceAll(/<\/?b>/g, '')
}

export function roleWords(t: ProofT, actor: ProvenEvent['actor']): string {
  if (!actor) return t('audit:system')
  const roles: Record<string, string> = t('common:roles', { returnObjects: true })
  return roles[actor.role] ?? actor.role
}

/** A sentence for each thing that is proven. */
export function provenWords(t: ProofT, { log, signedBy, words, witnesses }: Proven): string[] {
  const { size, origin } = log
  return [
    t('verify:proven.included', { size, origin }),
    t('verify:proven.signed', { size, keys: keyWords(signedBy) }),
    ...(words.kind === 'shown' ? [t('verify:proven.words')] : []),
    ...witnesses.map(({ at, ...key }) =>
      t('verify:proven.witnessed', { at: formatSecond(new Date(at * 1000)), name: keyWords([key]) }),
    ),
  ]
}

/** A sentence for each thing that is not. */
export function unprovenWords(t: ProofT, { notProven, unchecked }: Proven): string[] {
  return [
    ...notProven.map((each) => t(`verify:unproven.${each}`)),
    ...(unchecked.length > 0 ? [t('verify:unchecked', { signers: keyWords(unchecked) })] : []),
  ]
}

export function proofFaultWords(t: ProofT, fault: ProofFault): string {
  const signers = fault.kind === 'unknown_key' ? keyWords(fault.signers) : ''
  return t(`verify:faults.${fault.kind}`, { signers })
}

function keyWords(keys: readonly KeyName[]): string {
  return keys.map(({ name, keyId }) => `${name}+${keyId}`).join(', ')
}
