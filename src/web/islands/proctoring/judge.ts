export type Verdict = 'good' | 'poor' | 'bad'

/** Mean brightness 0–255: below, a face is hard to see; above, it is washed out. */
const DARK = 50
const BRIGHT = 225
export function isLit(light: number): 'good' | 'dark' | 'bright' {
  return light < DARK ? 'dark' : light > BRIGHT ? 'bright' : 'good'
}

/** The recording needs 0.28 Mbit/s without a break; twice as much is enough, and a slow answer is bearable. */
export function judgeLine({ waitMs, megabits }: { waitMs: number; megabits: number }): Verdict {
  if (megabits < 0.3) return 'bad'
  return megabits < 0.6 || waitMs > 1500 ? 'poor' : 'good'
}
