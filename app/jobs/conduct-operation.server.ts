import { type Conductor, conduct } from '~/orders/operations/conduct.server'

/** Kuroneko has not said yet what became of an operation; the queue asks again later. */
class StillUnderWay extends Error {
  constructor(operationId: string) {
    super(`operation ${operationId} is still under way`)
  }
}

/** The job `conduct-operation`: carries on where the process that began ended. Throws while there is no outcome. */
export async function conductJob(
  conductor: Conductor,
  { operationId }: { operationId: string },
): Promise<void> {
  if ((await conduct(conductor, operationId)) === 'under_way') throw new StillUnderWay(operationId)
}
