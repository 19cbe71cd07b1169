import type { ReactNode } from 'react'
import { statusInfoLabel, statusInfoLabels } from '../../status-info'
import { type Act, isPossible } from '../life'
import type { SandboxTransaction } from '../transaction'
import { Page } from './page'
import { addressOf, shownAt, yen } from './shown'
import { actorWords, actWords, type Texts } from './texts'

type Props = {
  texts: Texts
  transaction: SandboxTransaction
  /** What became of the act that led here. */
  said: 'done' | 'refused' | null
}

const plainActs: Act[] = ['cancel', 'register_shipment', 'settle', 'cancel_shipment', 're_authorise']

/** One transaction, and what a merchant can do to it behind the shop platform's back. */
export function DetailPage({ texts, transaction, said }: Props) {
  return (
    <Page texts={texts}>
      <p>
        <a href="/">← {texts.back}</a>
      </p>
      {said && (
        <p className={`card ${said === 'done' ? 'said' : 'refused'}`} role="status">
          {said === 'done' ? texts.done : texts.notPossible}
        </p>
      )}
      <Facts texts={texts} transaction={transaction} />
      <section>
        <h2>{texts.acts}</h2>
        <p className="note">{texts.actsNote}</p>
        {plainActs.map((act) => (
          <ActForm key={act} act={act} texts={texts} transaction={transaction} />
        ))}
        <ActForm act="change_amount" texts={texts} transaction={transaction}>
          <label>
            {texts.newAmount}
            <input
              name="amount"
              type="number"
              min="1"
              max="9999999"
              required
              defaultValue={transaction.amount}
            />
          </label>
        </ActForm>
        <form className="line" method="post" action={`${addressOf(transaction)}/status`}>
          <label>
            {texts.setStatus}
            <select name="status" defaultValue={transaction.statusInfo}>
              {Object.entries(statusInfoLabels).map(([code, words]) => (
                <option key={code} value={code}>
                  {code} {words[texts.language]}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="plain">
            {texts.setStatus}
          </button>
        </form>
      </section>
      <History texts={texts} transaction={transaction} />
    </Page>
  )
}

function Facts({ texts, transaction }: Omit<Props, 'said'>) {
  const facts: [string, ReactNode][] = [
    [texts.trader, transaction.traderCode],
    [texts.status, `${transaction.statusInfo} ${statusInfoLabel(transaction.statusInfo)[texts.language]}`],
    [texts.amount, yen(transaction.amount, texts)],
    [texts.method, transaction.settleMethodDiv],
    [texts.authorised, shownAt(transaction.authorisedAt)],
    [texts.cancelled, shownAt(transaction.cancelledAt)],
    [texts.slips, transaction.slips.map(({ number }) => number).join(' ') || '–'],
  ]
  return (
    <section>
      <h2>
        <code>{transaction.orderNo}</code>
      </h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type ActFormProps = Omit<Props, 'said'> & { act: Act; children?: ReactNode }

function ActForm({ act, texts, transaction, children }: ActFormProps) {
  return (
    <form className="line" method="post" action={`${addressOf(transaction)}/acts/${act}`}>
      {children}
      <button type="submit" disabled={!isPossible(act, transaction)}>
        {actWords[act][texts.language]}
      </button>
    </form>
  )
}

function History({ texts, transaction }: Omit<Props, 'said'>) {
  return (
    <section>
      <h2>{texts.history}</h2>
      <ul>
        {transaction.history.map(({ at, by, act, statusInfo, amount }) => (
          <li key={`${at}${act}`}>
            {shownAt(at)} {actorWords[by][texts.language]} {actWordsOf(act)[texts.language]} → {statusInfo} ·{' '}
            {yen(amount, texts)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function actWordsOf(act: string) {
  return Object.entries(actWords).find(([name]) => name === act)?.[1] ?? { ja: act, en: act }
}
