import { startOfTokyoDay, tokyoFields } from '~/platform/tokyo'

/** Kuroneko's `yyyyMMddHHmmss`, taken as Japan time. Null for anything else: a date never decides a status. */
export function readWireTime(text: string): Date | null {
  const [, year, month, date, hours, minutes, seconds] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text) ?? []
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const start = readDay(`${year}-${month}-${date}`)
  if (!start) return null
  const passed = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return new Date(start.getTime() + passed * 1000)
}

export function writeWireTime(at: Date): string {
  const { day, second } = tokyoFields(at)
  return `${day}${second}`.replace(/\D/g, '')
}

function readDay(day: string): Date | null {
  try {
    return startOfTokyoDay(day)
  } catch {
    return null
  }
}
