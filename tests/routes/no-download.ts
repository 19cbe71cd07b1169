import type { Download } from '~/routes/audit/export/downloads.server'

/** For routes that send no file. */
export const noDownload: Download = {
  stream() {
    throw new Error('no file is sent here')
  },
}
