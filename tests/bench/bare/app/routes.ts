import { type RouteConfig, route } from '@remix-run/route-config'

export default [route('rows', 'rows.tsx')] satisfies RouteConfig
