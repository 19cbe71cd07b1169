import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the product. A folder of `routes/` is one area of it. */
export default [
  layout('routes/signed-out.tsx', [
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('sign-in/code', 'routes/account/sign-in-code.tsx'),
  ]),
  route('sign-out', 'routes/account/sign-out.ts'),
  route('language', 'routes/account/language.ts'),
  route('log/checkpoint/:size?', 'routes/log/checkpoint.ts'),
  route('log/consistency', 'routes/log/consistency.ts'),
  route('log/tile/*', 'routes/log/tile.ts'),
  route('log/keys', 'routes/log/keys.tsx'),
  layout('routes/shell.tsx', [
    index('routes/home.tsx'),
    route('search', 'routes/search.ts'),
    route('account', 'routes/account/account.tsx'),
    route('requests', 'routes/requests/list.tsx'),
    route('requests/new', 'routes/requests/new.tsx'),
    route('requests/parse', 'routes/requests/parse.ts'),
    route('requests/assess', 'routes/requests/assess.ts'),
    route('requests/:reference', 'routes/requests/detail.tsx'),
    route('desk/quick', 'routes/desk/quick.tsx'),
    route('desk', 'routes/desk/queue.tsx', [route(':reference', 'routes/desk/detail.tsx')]),
    route('desk/:reference/evidence/:evidence', 'routes/desk/evidence.ts'),
    route('orders', 'routes/orders/list.tsx'),
    route('orders/import', 'routes/orders/import.tsx'),
    route('orders/lookup', 'routes/orders/lookup.ts'),
    route('orders/drift', 'routes/orders/drift.tsx'),
    route('orders/:number', 'routes/orders/detail.tsx'),
    route('audit', 'routes/audit/search.tsx'),
    route('audit/orders/:number', 'routes/audit/order.tsx'),
    route('help/rules', 'routes/help/rules.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
] satisfies RouteConfig
