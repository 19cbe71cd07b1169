import { type Cipheriv, createCipheriv, createHash } from 'node:crypto'

const block = 64 * 1024

/** Chance that repeats with its seed: the key stream of AES-256 in counter mode. */
export class Chance {
  private readonly stream: Cipheriv
  private drawn = Buffer.alloc(0)
  private place = 0

  constructor(seed: string) {
    this.stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16))
  }

  bytes(size: number): Buffer {
    if (this.place + size > this.drawn.length) {
      this.drawn = this.stream.update(Buffer.alloc(block))
      this.place = 0
    }
    this.place += size
    return this.drawn.subarray(this.place - size, this.place)
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.bytes(4).readUInt32LE() / 2 ** 32
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1))
  }

  /** Whether something of this probability happens. */
  happens(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.fraction() * choices.length)] ?? choices[0]
  }

  /** One of the choices, each as likely as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries<number>(weights) as [T, number][]
    let left = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    const found = entries.find(([, weight]) => {
      left -= weight
      return left < 0
    })
    const [choice] = found ?? entries.at(-1) ?? []
    if (choice === undefined) throw new Error('nothing to choose from')
    return choice
  }

  /** Log-normal: half of them lie below the median, some far above. */
  logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction())
    return median * Math.exp(spread * normal)
  }
}
