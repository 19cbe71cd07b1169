import type { Database } from '~/platform/database.server'

/** The demo's requests, filed and decided through the desk's own verbs. Called on each load, after the orders. */
export async function loadDemoRequests(_db: Database): Promise<void> {}
