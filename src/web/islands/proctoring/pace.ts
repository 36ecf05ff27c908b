/** How often the camera is looked at, and whether objects are looked for; from the best to nothing at all. */
export const PACES = ['full', 'slow', 'faces-only', 'none'] as const
export type Pace = (typeof PACES)[number]

/** Milliseconds from one look to the next. */
export const LOOK_EVERY_MS: Readonly<Record<Pace, number>> = { full: 500, slow: 1000, 'faces-only': 1000, none: Infinity }
/** Every so many looks ask for objects, which cost six times as much as faces: every three or four seconds; 0 is never. */
export const OBJECTS_EVERY: Readonly<Record<Pace, number>> = { full: 6, slow: 4, 'faces-only': 0, none: 0 }

/** Looks may take this share of one core; twice as much of a slower pace says that the computer is too weak even for it. */
const MOST_SHARE = 0.35
const FLOOR_SHARE = 0.8
/** Judged over so many looks, and not before so many: the first ones compile the models. */
const WINDOW = 12
const WARM_UP = 4

export interface PaceState {
  pace: Pace
  /** Looks so far at this pace. */
  count: number
  /** What the last looks cost, in milliseconds of work. */
  costs: readonly number[]
}

export const startPace = (): PaceState => ({ pace: 'full', count: 0, costs: [] })

/**
 * The pace after a look that took so many milliseconds. It only goes down: a computer that was too weak once is not asked again during the exam,
 * so that the watch does not swing. `weaker` is the new pace when it has just changed.
 */
export function afterLook(state: PaceState, costMs: number): { state: PaceState; weaker?: Pace } {
  const count = state.count + 1
  const costs = count <= WARM_UP ? [] : [...state.costs, costMs].slice(-WINDOW)
  const next = { pace: state.pace, count, costs }
  if (costs.length < WINDOW) return { state: next }
  const share = costs.reduce((sum, cost) => sum + cost, 0) / costs.length / LOOK_EVERY_MS[state.pace]
  if (share <= (state.pace === 'faces-only' ? FLOOR_SHARE : MOST_SHARE)) return { state: next }
  const weaker = PACES[PACES.indexOf(state.pace) + 1] ?? 'none'
  return { state: { pace: weaker, count: 0, costs: [] }, weaker }
}

/** Whether this look, counted from one, asks for objects. */
export function asksForObjects(state: PaceState): boolean {
  const every = OBJECTS_EVERY[state.pace]
  return every > 0 && (state.count + 1) % every === 0
}
