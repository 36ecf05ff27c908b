import { clock } from './sheets.ts'

/** A timer runs since an instant of the device's clock, or stands; `ms` is what it has measured before. */
interface Timer { ms: number; since: number | null }
const DAY_MS = 86_400_000

export interface Timers {
  /** Whole seconds measured for an operation, null where the timer was never started. Stops it. */
  take(key: string): number | null
}

/** The timers of all operations; they survive a closed page, and one operation has one timer. */
export function startTimers(root: HTMLElement, name: string, words: Record<string, string>): Timers {
  const read = (): Record<string, Timer> => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? '{}') as Record<string, Timer>
    } catch {
      return {}
    }
  }
  let all = read()
  const write = (key: string, timer: Timer): void => {
    all = { ...read(), [key]: timer }
    try {
      localStorage.setItem(name, JSON.stringify(all))
    } catch {
      // A device without room measures only while the page is open.
    }
  }
  const measured = ({ ms, since }: Timer): number => Math.min(DAY_MS, Math.max(0, ms + (since === null ? 0 : Date.now() - since)))
  const keyOf = (place: HTMLElement): string => `${place.closest<HTMLElement>('[data-sheet]')!.dataset['sheet']}.${place.closest<HTMLElement>('[data-op]')!.dataset['op']}`
  const draw = (place: HTMLElement): void => {
    const timer = all[keyOf(place)] ?? { ms: 0, since: null }
    const seconds = Math.floor(measured(timer) / 1000)
    place.querySelector('[data-shown]')!.textContent = clock(seconds)
    place.querySelector('[data-toggle] span')!.textContent = words[timer.since === null ? 'timerStart' : 'timerStop']!
    place.querySelector<HTMLElement>('[data-over]')!.hidden = place.dataset['norm'] === undefined || seconds <= Number(place.dataset['norm']) * 60
  }
  const places = [...root.querySelectorAll<HTMLElement>('[data-timer]')]
  const stop = (key: string): Timer | undefined => {
    const timer = all[key]
    if (timer && timer.since !== null) write(key, { ms: measured(timer), since: null })
    return all[key]
  }
  for (const place of places) {
    place.querySelector('[data-toggle]')!.addEventListener('click', () => {
      const key = keyOf(place)
      if (all[key] && all[key].since !== null) stop(key)
      else write(key, { ms: all[key]?.ms ?? 0, since: Date.now() })
      draw(place)
    })
    draw(place)
  }
  setInterval(() => places.filter((place) => place.offsetParent !== null).forEach(draw), 1000)
  return {
    take(key) {
      const timer = stop(key)
      places.filter((place) => keyOf(place) === key).forEach(draw)
      return timer ? Math.round(timer.ms / 1000) : null
    },
  }
}
