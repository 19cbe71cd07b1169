import type { ReactNode } from 'react'
import { testCards } from '../test-cards'
import type { Asked } from './asked.server'
import { Frame } from './frame'
import type { BuyerTexts } from './texts'
import { asksCode, newCard, type Problems, type TypedField, type TypedForm } from './typed.server'

export type CardPageProps = {
  texts: BuyerTexts
  asked: Asked
  problems: Problems
  /** What is shown again after a mistake: never the number nor the security code. */
  typed: Pick<TypedForm, 'pay_with' | 'card_exp' | 'card_owner'>
  otherLanguage: string
}

/** Where a buyer types a card, on the sandbox's own page: a shop's server never sees it. */
export function CardPage({ texts, asked, problems, typed, otherLanguage }: CardPageProps) {
  const { query, trader } = asked
  return (
    <Frame texts={texts} title={texts.title} otherLanguage={otherLanguage}>
      <section>
        <dl>
          <dt>{texts.shop}</dt>
          <dd>{trader.name}</dd>
          <dt>{texts.number}</dt>
          <dd>
            <code>{query.order_no}</code>
          </dd>
          <dt>{texts.amount}</dt>
          <dd>
            {Number(query.amount).toLocaleString('ja-JP')}
            {texts.yen}
          </dd>
        </dl>
      </section>
      <form method="post" action="/card" autoComplete="off" className="buyer">
        {Object.entries(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <section>
          <Cards texts={texts} asked={asked} problems={problems} typed={typed} />
          {asksCode(asked) && (
            <Field name="security_code" label={texts.securityCode} problems={problems} texts={texts}>
              {(attributes) => <input {...attributes} inputMode="numeric" maxLength={4} />}
            </Field>
          )}
        </section>
        <p className="buttons">
          <button type="submit" name="act" value="pay">
            {texts.pay}
          </button>
          <button type="submit" name="act" value="give_up" className="plain">
            {texts.giveUp}
          </button>
        </p>
      </form>
      <TestNumbers texts={texts} />
    </Frame>
  )
}

function Cards({ texts, asked, problems, typed }: Omit<CardPageProps, 'otherLanguage'>) {
  const { chosen, holder, query } = asked
  if (chosen) {
    return (
      <p>
        <input type="hidden" name="pay_with" value={chosen.id} />
        {texts.card}: <code>{chosen.masked}</code>
      </p>
    )
  }
  const saved = holder?.cards ?? []
  return (
    <>
      {problems.pay_with && (
        <p className="problem" role="alert">
          {texts[problems.pay_with]}
        </p>
      )}
      {saved.length > 0 ? (
        <fieldset>
          <legend>{texts.payWith}</legend>
          {saved.map(({ id, masked, expiry }) => (
            <label key={id} className="choice">
              <input type="radio" name="pay_with" value={id} defaultChecked={typed.pay_with === id} />
              <code>{masked}</code> {expiry.slice(0, 2)}/{expiry.slice(2)}
            </label>
          ))}
          <label className="choice">
            <input type="radio" name="pay_with" value={newCard} defaultChecked={typed.pay_with === newCard} />
            {texts.newCard}
          </label>
        </fieldset>
      ) : (
        <input type="hidden" name="pay_with" value={newCard} />
      )}
      <Field name="card_no" label={texts.cardNumber} problems={problems} texts={texts}>
        {(attributes) => <input {...attributes} inputMode="numeric" maxLength={24} />}
      </Field>
      <Field name="card_exp" label={texts.expiry} problems={problems} texts={texts}>
        {(attributes) => (
          <input {...attributes} defaultValue={typed.card_exp} placeholder="12/30" maxLength={7} />
        )}
      </Field>
      <Field name="card_owner" label={texts.owner} problems={problems} texts={texts}>
        {(attributes) => (
          <input {...attributes} defaultValue={typed.card_owner} placeholder="HANAKO YAMADA" maxLength={45} />
        )}
      </Field>
      {holder && query.save === '1' && <p className="note">{texts.willBeSaved}</p>}
    </>
  )
}

type Attributes = {
  id: string
  name: string
  autoComplete: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}
type FieldProps = {
  name: TypedField
  label: string
  problems: Problems
  texts: BuyerTexts
  children: (attributes: Attributes) => ReactNode
}

function Field({ name, label, problems, texts, children }: FieldProps) {
  const problem = problems[name]
  const problemId = `${name}-problem`
  const described = problem && { 'aria-invalid': true, 'aria-describedby': problemId }
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      {children({ id: name, name, autoComplete: 'off', ...described })}
      {problem && (
        <p id={problemId} className="problem">
          {texts[problem]}
        </p>
      )}
    </div>
  )
}

function TestNumbers({ texts }: { texts: BuyerTexts }) {
  return (
    <section>
      <h2>{texts.testNumbers}</h2>
      <p className="note">{texts.testNote}</p>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th>{texts.cardNumber}</th>
              <th>{texts.brand}</th>
              <th>{texts.behaviour}</th>
            </tr>
          </thead>
          <tbody>
            {testCards.map(({ number, brandName, behaviour }) => (
              <tr key={number}>
                <td>
                  <code>{number}</code>
                </td>
                <td>{brandName}</td>
                <td>{behaviour[texts.language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
