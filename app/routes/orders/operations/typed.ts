/** What stood in the operations' forms when they were sent, as text. */
export type LineFields = { productId: string; name: string; unitPrice: string; quantity: string }
export type ModifyFields = { lines: LineFields[]; shippingFee: string; fee: string }

const emptyLine: LineFields = { productId: '', name: '', unitPrice: '', quantity: '' }
const lineName = /^lines\.(\d{1,2})\.([a-zA-Z]{1,20})$/u

/** Every field by its name; lists are read by `readModify`. */
export function readFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}

/** The modification's fields, its lines in the order of their numbers. */
export function readModify(form: FormData): ModifyFields {
  const lines = new Map<number, LineFields>()
  for (const [name, value] of form) {
    const [, place, field] = lineName.exec(name) ?? []
    if (place === undefined || typeof value !== 'string' || !isLineField(field)) continue
    lines.set(Number(place), { ...(lines.get(Number(place)) ?? emptyLine), [field]: value })
  }
  const { shippingFee = '', fee = '' } = readFields(form)
  return { lines: [...lines].sort(([a], [b]) => a - b).map(([, line]) => line), shippingFee, fee }
}

function isLineField(name: string | undefined): name is keyof LineFields {
  return name !== undefined && Object.hasOwn(emptyLine, name)
}
