/** A terminal that remembers what was written to it. */
export function terminal(input = '') {
  const written = { out: '', err: '' }
  return {
    written,
    env: {},
    out(text: string) {
      written.out += text
    },
    err(text: string) {
      written.err += text
    },
    input: async () => input,
  }
}
