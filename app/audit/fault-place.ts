import type { Fault } from './faults'

/** Whose record a fault is at, in both languages: `注文 / order P… (shop)`. */
export function placeOf(fault: Fault): string {
  switch (fault.owner) {
    case 'order':
      return `注文 / order ${fault.order} (${fault.shop})`
    case 'request':
      return `依頼 / request ${fault.request} (${fault.shop})`
    case 'shop':
      return `店舗 / shop ${fault.shop}`
    case 'desk':
      return '窓口全体 / the desk'
    case 'tree':
      return '封印 / seal'
    case 'unknown':
      return `連鎖 / chain ${fault.chain}`
  }
}
