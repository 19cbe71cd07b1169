import { createHash } from 'node:crypto'

/** A member's place for saved cards, and the merchant's secret that vouches for it (kuroneko.md §5). */
export type CardMember = {
  /** At most 64 half-width letters and digits. */
  memberId: string
  /** At most 8 of the same, chosen by the shop and kept with the member. */
  authenticationKey: string
  /** アクセスキー: never sent, never logged. */
  accessKey: string
}

/** What saved-card calls carry as `check_sum`. */
export function checkSum({ memberId, authenticationKey, accessKey }: CardMember): string {
  return sha256(`${memberId}${authenticationKey}${accessKey}`)
}

/** The same for what hands out tokens, which binds `auth_div` too. */
export function tokenCheckSum(member: CardMember, authDiv: string): string {
  return sha256(`${member.memberId}${member.authenticationKey}${member.accessKey}${authDiv}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
