/** How a benchmark's work went: calls in all, calls per second, and milliseconds that half and 99 % of them took at most. */
export type Measured = { calls: number; perSecond: number; p50: number; p99: number }

export type Duration = { warmUp: number; milliseconds: number }

/** Clients that call at the same time. */
export const clients = 16

/** Calls again and again, from every client at once, each with its own number; any error ends it. */
export async function measure(
  call: (client: number) => Promise<void>,
  duration: Duration,
): Promise<Measured> {
  await callFor(call, duration.warmUp)
  return callFor(call, duration.milliseconds)
}

export async function callFor(
  call: (client: number) => Promise<void>,
  milliseconds: number,
): Promise<Measured> {
  const times: number[] = []
  const begun = performance.now()
  const end = begun + milliseconds
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      do {
        const started = performance.now()
        await call(client)
        times.push(performance.now() - started)
      } while (performance.now() < end)
    }),
  )
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return {
    calls: times.length,
    perSecond: times.length / ((performance.now() - begun) / 1000),
    p50: at(0.5),
    p99: at(0.99),
  }
}

export type Row = {
  name: string
  measured: Measured
  /** Calls per second of the floor, before and after. */
  floors: [number, number]
}

/**
 * Measures the product between two measurements of its floor, so that the machine's drift shows.
 * @param prepare what has to be there before each of the three, and is not measured
 */
export async function against(
  name: string,
  product: (client: number) => Promise<void>,
  floor: (client: number) => Promise<void>,
  duration: Duration,
  prepare: () => Promise<void> = async () => {},
): Promise<Row> {
  await prepare()
  const before = await measure(floor, duration)
  await prepare()
  const measured = await measure(product, duration)
  await prepare()
  const after = await measure(floor, duration)
  return { name, measured, floors: [before.perSecond, after.perSecond] }
}

export function ratioOf({ measured, floors: [before, after] }: Row): number {
  return (2 * measured.perSecond) / (before + after)
}
