import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For a route's `shouldRevalidate`: what a refused act ran into has moved, so the page shows where it is now. By itself
 * Remix loads nothing anew after a 4xx.
 */
export const afterRefusal: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || actionStatus === 403 || defaultShouldRevalidate
