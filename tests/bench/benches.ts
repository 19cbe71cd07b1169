import { approving } from './rows/approving'
import { audit } from './rows/audit'
import { lists } from './rows/lists'
import { pages } from './rows/pages'
import { processes } from './rows/processes'
import { installing, memory, starting } from './rows/sizes'
import { soak } from './rows/soak'
import { verdicts } from './rows/verdicts'
import type { Bench } from './scale'

/** All benchmarks, by the names that `npm run bench` knows them by. */
export const benches: Record<string, Bench> = {
  approving,
  pages,
  lists,
  audit,
  verdicts,
  processes,
  starting,
  memory,
  installing,
  soak,
}
