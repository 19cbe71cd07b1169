import type { Operation, OperationRequest } from '~/kuroneko/operation'
import { number, type TestSandbox, trader } from './sandbox'

/** A member of the first trader, whose access key the sandbox knows. */
export const member = { memberId: 'M000123', authenticationKey: 'k3yA9b2C', accessKey: '7654321' }

type Rest<O extends Operation> = Partial<Omit<OperationRequest<O>, 'operation'>>

/** An operation on the number that tests use, unless `more` names another. */
export function aRequest<O extends Operation>(operation: O, more: Rest<O>): OperationRequest<O> {
  return { operation, traderCode: trader, orderNumber: number, ...more } as unknown as OperationRequest<O>
}

/** A payment of ¥3,240 for sweets. */
export function aPayment<O extends 'register_with_token' | 'register_with_saved_card'>(
  operation: O,
  more: Rest<O>,
): OperationRequest<O> {
  return aRequest(operation, {
    amount: 3240,
    buyer: { name: '山田花子', phone: '03-1234-5678', email: 'hanako@example.jp' },
    goodsName: '最中',
    cardCodeApi: '9',
    ...more,
  } as Rest<O>)
}

/** A token as the sandbox's page would hand it out. */
export async function aToken(
  sandbox: TestSandbox,
  { creditErrorCode = '' }: { creditErrorCode?: string } = {},
): Promise<string> {
  const body = new URLSearchParams({ trader_code: trader, credit_error_code: creditErrorCode })
  const response = await fetch(`${sandbox.url}/token`, { method: 'POST', body })
  return (await response.json()).token
}
