import type { SignalHeard } from './host.ts'
import { MEASURED_KINDS, type MeasuredKind, type SceneMade } from './scenes.ts'

/** What was seen and heard of one scene. */
export interface Watched {
  scene: SceneMade
  /** From the first look on. */
  seconds: number
  looks: readonly { faces: number; yaw?: number; phone?: number }[]
  voices: readonly { speaking: boolean; sure: number }[]
  signals: readonly SignalHeard[]
}
export interface KindMeasured {
  kind: MeasuredKind
  /** Scenes in which it must be said, and was; scenes in which it must not, and was. */
  expected: number
  raised: number
  falseScenes: number
  otherScenes: number
  /** Signals said where there was nothing, and the hours watched there. */
  falseFlags: number
  hours: number
  perHour: number
  /** With 95 % certainty the true rate is not above this; with none seen, three in the time watched. */
  atMostPerHour: number
}

/** The first word of a signal; what says that it still lasts is no second one. */
const firstWords = (watched: Watched, kind: string) => watched.signals.filter((signal) => signal.kind === kind && signal.detail['lasts'] !== true)

export function measureKinds(all: readonly Watched[]): KindMeasured[] {
  return MEASURED_KINDS.map((kind) => {
    const must = all.filter(({ scene }) => scene.expected.includes(kind))
    const other = all.filter(({ scene }) => !scene.expected.includes(kind))
    const falseFlags = other.reduce((sum, each) => sum + firstWords(each, kind).length, 0)
    const hours = other.reduce((sum, each) => sum + each.seconds, 0) / 3600
    return {
      kind, expected: must.length, raised: must.filter((each) => firstWords(each, kind).length > 0).length,
      falseScenes: other.filter((each) => firstWords(each, kind).length > 0).length, otherScenes: other.length,
      falseFlags, hours, perHour: falseFlags / hours, atMostPerHour: upperBound(falseFlags) / hours,
    }
  })
}

/** Poisson, one-sided 95 %: the mean at which so few would be seen once in twenty times. */
export function upperBound(seen: number): number {
  const chanceOfSoFew = (mean: number): number => {
    let [term, sum] = [Math.exp(-mean), 0]
    for (let n = 0; n <= seen; n++) {
      sum += term
      term *= mean / (n + 1)
    }
    return sum
  }
  let [low, high] = [0, 2 * seen + 20]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (chanceOfSoFew(middle) > 0.05) low = middle
    else high = middle
  }
  return low
}

/** Look by look: how many faces there were, and how many were counted; 2 stands for two and more. */
export function faceMatrix(all: readonly Watched[]): number[][] {
  const matrix = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
  for (const { scene, looks } of all) for (const look of looks) matrix[Math.min(2, scene.faces)]![Math.min(2, look.faces)]! += 1
  return matrix
}
/** Quarter second by quarter second: whether somebody spoke, and whether that was heard. The beginning of a scene, in which the models load, is left out. */
export function voiceMatrix(all: readonly Watched[]): number[][] {
  const matrix = [[0, 0], [0, 0]]
  for (const { scene, voices } of all) for (const voice of voices.slice(8)) matrix[Number(scene.speaks)]![Number(voice.speaking)]! += 1
  return matrix
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
