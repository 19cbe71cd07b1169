import { tileWidth } from './frontier'

/** A tile's address: the hashes at `index` × 256 and on, of subtrees of 256^`level` leaves. */
export type TileAt = { level: number; index: number }

/**
 * Reads what stands behind `/tile/` in C2SP tlog-tiles: `0/x001/x234/067`, `0/273.p/112`. One tile has one path; null
 * for anything else, and for entries, which are not public.
 */
export function parseTilePath(path: string): (TileAt & { width: number }) | null {
  const [, level, index, partial] =
    /^(0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  const width = partial === undefined ? tileWidth : Number(partial)
  if (!level || !index || index.startsWith('x000') || Number(level) > 63) return null
  if (width > tileWidth || (partial && width === tileWidth)) return null
  return { level: Number(level), index: Number(index.replace(/[x/]/g, '')), width }
}
