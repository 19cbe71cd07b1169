import type { FlatNamespace, i18n } from 'i18next'

/**
 * The same function, but looking a text without values up only once: an instance never changes its language, nor a text
 * that it has, and a page of fifty rows asks for the same few words hundreds of times.
 */
export function remembered<T extends (...args: never[]) => unknown>(
  t: T,
  i18n: i18n,
  areas: readonly FlatNamespace[],
): T {
  const texts = new Map<string, unknown>()
  return new Proxy(t, {
    apply(target, self, args: Parameters<T>) {
      const [key] = args as unknown[]
      if (args.length > 1 || typeof key !== 'string') return Reflect.apply(target, self, args)
      const known = texts.get(key)
      if (known !== undefined) return known
      const text: unknown = Reflect.apply(target, self, args)
      // What is not there may still be loaded.
      if (i18n.exists(key, { ns: areas })) texts.set(key, text)
      return text
    },
  })
}
