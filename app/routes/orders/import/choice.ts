import { encodings, type ImportField, importFields, type Mapping } from '~/orders/import/fields'

/** What is chosen on the import page, as its address and its forms carry it. */
export type Choice = {
  file: string | null
  shop: string | undefined
  encoding: (typeof encodings)[number] | undefined
  /** Undefined leaves the mapping to the shop's own and the headings. */
  mapping: Mapping | undefined
}

export const mappingName = (field: ImportField) => `map.${field}`

export function readChoice(values: URLSearchParams | FormData): Choice {
  const text = (name: string) => {
    const value = values.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const chosen = importFields.flatMap((field): [string, string][] => {
    const heading = text(mappingName(field))
    return heading ? [[field, heading]] : []
  })
  return {
    file: text('file') ?? null,
    shop: text('shop'),
    encoding: encodings.find((encoding) => encoding === text('encoding')),
    mapping: chosen.length > 0 ? Object.fromEntries(chosen) : undefined,
  }
}

/** The same as names and values, for an address or for a form's hidden fields. */
export function choicePairs({ file, shop, encoding, mapping = {} }: Choice): [string, string][] {
  const pairs: [string, string | null | undefined][] = [
    ['file', file],
    ['shop', shop],
    ['encoding', encoding],
    ...importFields.map((field): [string, string | undefined] => [mappingName(field), mapping[field]]),
  ]
  return pairs.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
}
