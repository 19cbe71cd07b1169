import { openSandboxStore } from '~/kuroneko/sandbox/store.server'
import { aTransaction } from '../sandbox'

/** Writes one transaction over and over until it is killed; says each amount that is on the disk. */
const store = await openSandboxStore(process.argv[2] ?? '')
for (let amount = 1; ; amount += 1) {
  await store.put(aTransaction({ amount }))
  process.stdout.write(`${amount}\n`)
}
