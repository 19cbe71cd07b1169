/** A line for the server's terminal, selected whole by one click. */
export function Command({ children }: { children: string }) {
  return (
    <code className="figures block overflow-x-auto rounded-6 bg-ground px-3 py-2 text-sm select-all">
      {children}
    </code>
  )
}
