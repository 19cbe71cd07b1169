const somewhere = 'http://mitame.invalid'

/**
 * A page of this site, or the start page for anything else. The address is read as a browser reads it, because
 * `/\evil.test` and `/.//evil.test` leave the site as well as `//evil.test` does.
 */
export function sitePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, somewhere)) return '/'
  const url = new URL(wanted, somewhere)
  if (url.origin !== somewhere || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}

/** Where to go after signing in: never back to signing in or out. */
export function safeNext(wanted: string | null | undefined): string {
  const path = sitePath(wanted)
  return /^\/sign-(in|out)([/?#]|$)/.test(path) ? '/' : path
}
