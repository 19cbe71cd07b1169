import type { Kuroneko } from '~/kuroneko/client.server'
import type { Config } from '~/platform/config.server'
import type { Database } from '~/platform/database.server'
import type { Auth } from '~/staff/auth.server'
import type { Desk, Jobs } from '~/staff/desk.server'
import type { Download } from './audit/export/downloads.server'

declare module '@remix-run/node' {
  /** What each loader and action receives. */
  interface AppLoadContext {
    /** Null while nobody is signed in. */
    desk: Desk | null
    /** For what happens before anybody is signed in; verbs use their desk's. */
    db: Database
    auth: Auth
    /** For the demo's shops, whose buyers are nobody at the desk. */
    kuroneko: Kuroneko
    jobs: Jobs
    config: Config
    /** What a file is sent through that may be longer than memory. */
    download: Download
    /** What the log and the error page call this request. */
    requestId: string
    /** For the page's inline scripts. */
    nonce: string
    /** The caller's address as Express sees it. */
    address: string
  }
}
