/** An order number or a reference, in figures that can be compared by eye and copied whole. */
export function OrderNumber({ children, strong = false }: { children: string; strong?: boolean }) {
  return <span className={`figures ${strong ? 'font-bold' : ''}`}>{children}</span>
}
