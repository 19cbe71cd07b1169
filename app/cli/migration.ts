import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '~/platform/embedded.server'
import { makeTemporaryHome } from '~/platform/home.server'
import { MIGRATIONS } from '~/platform/migrate.server'
import { schemaDrift } from './schema-engine.server'

/** `npm run migration -- NAME` writes the SQL that the migrations lack to reach `schema.prisma`. */
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- name_of_the_change')
  process.exit(2)
}

const home = await makeTemporaryHome()
const server = await startEmbedded({ home, durable: false })
try {
  const sql = await schemaDrift(server.ownerUrl('postgres'))
  if (sql === '') {
    console.log('The migrations already lead to prisma/schema.prisma.')
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
    const folder = join(MIGRATIONS, `${stamp}_${name}`)
    await mkdir(folder)
    await writeFile(join(folder, 'migration.sql'), `${sql}\n`)
    console.log(`${folder}/migration.sql\n\n${sql}`)
  }
} finally {
  await server.stop()
  await rm(home, { recursive: true })
}
