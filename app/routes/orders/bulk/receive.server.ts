import { unstable_parseMultipartFormData as parseMultipartFormData } from '@remix-run/node'
import { TooLarge } from '~/orders/import/upload.server'
import { readShipments, type ShipmentsFile } from '~/orders/operations/bulk/shipments-csv.server'

/** A hundred orders' rows are some kilobytes. */
const limit = 1024 * 1024

export type FileProblem = {
  problem: Extract<ShipmentsFile, { ok: false }>['problem'] | 'too_large' | 'no_file'
  row: number
}

/** Reads the chosen CSV from the form; nothing of it is kept. */
export async function receiveShipments(
  request: Request,
): Promise<Extract<ShipmentsFile, { ok: true }> | FileProblem> {
  let content: Buffer | null = null
  try {
    await parseMultipartFormData(request, async ({ name, filename, data }) => {
      if (name !== 'upload' || !filename) return undefined
      content = await gathered(data)
      return filename
    })
  } catch (error) {
    if (error instanceof TooLarge) return { problem: 'too_large', row: 1 }
    throw error
  }
  return content ? readShipments(once(content)) : { problem: 'no_file', row: 1 }
}

async function gathered(data: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size > limit) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function* once(content: Buffer) {
  yield content
}
