import {
  unstable_composeUploadHandlers as composeUploadHandlers,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { keepUpload, sweepUploads, TooLarge, uploadLimit } from '~/orders/import/upload.server'

export type UploadProblem = { problem: 'too_large' | 'no_file' }
export type Received = { id: string; fields: FormData } | UploadProblem

/** Streams the chosen file to disk, under its owner's name. What else the form says comes back as `fields`. */
export async function receiveFile(request: Request, home: string, owner: string): Promise<Received> {
  const announced = Number(request.headers.get('Content-Length') ?? 0)
  if (announced > uploadLimit + 64 * 1024) return { problem: 'too_large' }
  await sweepUploads(home, new Date())
  let id: string | null = null
  const keep = composeUploadHandlers(
    async ({ name, filename, data }) => {
      if (name !== 'upload' || !filename) return undefined
      id = await keepUpload(home, owner, filename, data)
      return id
    },
    createMemoryUploadHandler({ maxPartSize: 10_000 }),
  )
  try {
    const fields = await parseMultipartFormData(request, keep)
    return id ? { id, fields } : { problem: 'no_file' }
  } catch (error) {
    if (error instanceof TooLarge) return { problem: 'too_large' }
    throw error
  }
}
