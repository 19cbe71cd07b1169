import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Reading = {
  /** Elements that may repeat, by their path below the root: one of them is a list all the same. */
  lists: string[]
  /** Entities that an honest answer may hold; more of them are refused rather than expanded. */
  entities: number
}

/** Reads the children of the one root element, whatever its name; null for what is no such document. */
export function xmlReader({ lists, entities }: Reading): (xml: string) => unknown {
  const listed = new Set(lists)
  const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Numbers are text: no lost zeros, no floats.
    parseTagValue: false,
    // An order number has to match character for character.
    trimValues: false,
    maxNestedTags: 8,
    // Only XML's own five and character references are left: a DOCTYPE never gets this far.
    processEntities: { enabled: true, maxTotalExpansions: entities, maxExpandedLength: 65_536 },
    isArray: (_name, path) => listed.has(String(path).split('.').slice(1).join('.')),
  })
  return (xml) => {
    // Nothing of Kuroneko's has one, and every entity trick needs one.
    if (/<!(doctype|entity)/i.test(xml)) return null
    try {
      if (XMLValidator.validate(xml) !== true) return null
      return Object.values(parser.parse(xml)).find((value) => typeof value === 'object')
    } catch {
      return null
    }
  }
}
