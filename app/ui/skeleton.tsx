/** Where text will be, for what comes later than its page. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden className="grid animate-pulse gap-2.5">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className="h-4 rounded-4 bg-grey-soft last:w-2/3" />
      ))}
    </div>
  )
}
