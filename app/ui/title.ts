/** For a route's `meta`: the browser's title, `ページ名 · Mitame`. */
export function pageTitle(title: string | undefined): { title: string }[] {
  return [{ title: title ? `${title} · Mitame` : 'Mitame' }]
}
