/** Runs one step and prints its line when done: `✓ データベース / database  0.4 秒`. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  console.log(`✓ ${label}  ${((performance.now() - started) / 1000).toFixed(1)} 秒`)
  return result
}
