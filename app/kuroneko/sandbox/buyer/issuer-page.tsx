import type { SandboxTransaction } from '../transaction'
import { Frame } from './frame'
import type { BuyerTexts } from './texts'

type Props = { texts: BuyerTexts; transaction: SandboxTransaction; otherLanguage: string }

/** Stands in for the issuer's own page. */
export function IssuerPage({ texts, transaction, otherLanguage }: Props) {
  return (
    <Frame texts={texts} title={texts.issuerTitle} otherLanguage={otherLanguage}>
      <section>
        <p>{texts.issuerNote}</p>
        <dl>
          <dt>{texts.card}</dt>
          <dd>
            <code>{transaction.threeD?.card.masked}</code>
          </dd>
          <dt>{texts.amount}</dt>
          <dd>
            {transaction.amount.toLocaleString('ja-JP')}
            {texts.yen}
          </dd>
        </dl>
        <form method="post" className="buttons">
          <button type="submit" name="verdict" value="passed">
            {texts.passed}
          </button>
          <button type="submit" name="verdict" value="failed" className="plain">
            {texts.failed}
          </button>
          <button type="submit" name="verdict" value="given_up" className="plain">
            {texts.given_up}
          </button>
        </form>
      </section>
    </Frame>
  )
}
