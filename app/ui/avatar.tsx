/** The first character of a name; the name itself stands nearby. */
export function Avatar({ name }: { name: string }) {
  const [initial = '?'] = name.trim()
  return (
    <span
      aria-hidden
      className="inline-grid size-[26px] flex-none place-items-center rounded-full bg-primary-soft text-xs font-bold text-primary uppercase"
    >
      {initial}
    </span>
  )
}
