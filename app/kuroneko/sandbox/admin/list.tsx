import { operationNames } from '../../operations'
import { statusInfoLabel, statusInfoLabels } from '../../status-info'
import { type FaultRule, faultWords } from '../faults'
import type { SandboxTransaction, Trader } from '../transaction'
import { Page } from './page'
import { addressOf, shownAt, yen } from './shown'
import type { Texts } from './texts'

export type Filter = { number: string; trader: string; status: string }

type Props = {
  texts: Texts
  traders: Trader[]
  filter: Filter
  found: SandboxTransaction[]
  rules: FaultRule[]
}

const mostShown = 100

/** The first page: transactions to look for, and what is to go wrong. */
export function ListPage({ texts, traders, filter, found, rules }: Props) {
  return (
    <Page texts={texts}>
      <section>
        <h2>{texts.transactions}</h2>
        <Search texts={texts} traders={traders} filter={filter} />
        {found.length === 0 ? <p>{texts.none}</p> : <Table texts={texts} traders={traders} found={found} />}
        {found.length > mostShown && (
          <p className="note">
            {found.length}
            {texts.more}
          </p>
        )}
      </section>
      <FaultPanel texts={texts} traders={traders} rules={rules} />
    </Page>
  )
}

function Search({ texts, traders, filter }: Pick<Props, 'texts' | 'traders' | 'filter'>) {
  return (
    <form className="line">
      <label>
        {texts.number}
        <input name="number" defaultValue={filter.number} />
      </label>
      <TraderSelect texts={texts} traders={traders} chosen={filter.trader} />
      <label>
        {texts.status}
        <select name="status" defaultValue={filter.status}>
          <option value="">{texts.all}</option>
          {Object.entries(statusInfoLabels).map(([code, words]) => (
            <option key={code} value={code}>
              {code} {words[texts.language]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{texts.search}</button>
    </form>
  )
}

function TraderSelect({ texts, traders, chosen }: { texts: Texts; traders: Trader[]; chosen?: string }) {
  return (
    <label>
      {texts.trader}
      <select name="trader" defaultValue={chosen}>
        <option value="">{texts.all}</option>
        {traders.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Table({ texts, traders, found }: Pick<Props, 'texts' | 'traders' | 'found'>) {
  const nameOf = (traderCode: string) => traders.find(({ code }) => code === traderCode)?.name ?? traderCode
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            <th>{texts.number}</th>
            <th>{texts.status}</th>
            <th className="amount">{texts.amount}</th>
            <th>{texts.trader}</th>
            <th>{texts.renewed}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, mostShown).map((one) => (
            <tr key={addressOf(one)}>
              <td>
                <a href={addressOf(one)}>
                  <code>{one.orderNo}</code>
                </a>
              </td>
              <td>
                {one.statusInfo} {statusInfoLabel(one.statusInfo)[texts.language]}
              </td>
              <td className="amount">{yen(one.amount, texts)}</td>
              <td>{nameOf(one.traderCode)}</td>
              <td className="at">{shownAt(one.renewedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FaultPanel({ texts, traders, rules }: Pick<Props, 'texts' | 'traders' | 'rules'>) {
  return (
    <section id="faults">
      <h2>{texts.faults}</h2>
      <p className="note">{texts.faultsNote}</p>
      {rules.length === 0 && <p>{texts.noFaults}</p>}
      {rules.map((rule) => (
        <form key={rule.id} className="line" method="post" action={`/faults/${rule.id}/remove`}>
          <span>
            <strong>{faultWords[rule.kind][texts.language]}</strong> · {rule.traderCode ?? texts.all} ·{' '}
            <code>{rule.orderNo ?? texts.all}</code> · {rule.functionCode ?? texts.all} ·{' '}
            {rule.left === null ? texts.untilOff : `${texts.left} ${rule.left}`}
          </span>
          <button type="submit" className="plain">
            {texts.switchOff}
          </button>
        </form>
      ))}
      <form className="line" method="post" action="/faults">
        <label>
          {texts.kind}
          <select name="kind">
            {Object.entries(faultWords).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words[texts.language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.value}
          <input name="value" />
        </label>
        <TraderSelect texts={texts} traders={traders} />
        <label>
          {texts.orderOrAll}
          <input name="order" />
        </label>
        <label>
          {texts.function}
          <select name="function">
            <option value="">{texts.all}</option>
            {Object.keys(operationNames).map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        <label>
          {texts.times}
          <input name="times" type="number" min="1" max="999" />
        </label>
        <button type="submit">{texts.switchOn}</button>
      </form>
    </section>
  )
}
