import { describe, expect, it } from 'vitest'
import { Signals, SIGNAL_KINDS, type Look, type Raised, type Thresholds } from './signals.ts'

const NORMS: Thresholds = {
  'no-face': { seconds: 5 }, 'several-faces': { seconds: 2 }, 'looking-away': { seconds: 8, yawDegrees: 25, swayDegrees: 5 }, 'phone-in-view': { score: 0.45, hits: 2 }, speech: { seconds: 3 }, 'page-left': { seconds: 2 },
}
/** Looks twice a second from zero on; what the signals say, as kind and seconds. */
function watch(looks: readonly Omit<Look, 'at'>[], { norms = NORMS, off = [] as string[], every = 500 } = {}): string[] {
  const signals = new Signals(norms, off)
  return said([...looks.flatMap((look, n) => signals.look({ ...look, at: n * every })), ...signals.stop()])
}
const said = (raised: readonly Raised[]): string[] => raised.map((each) => `${each.kind} ${each.from / 1000}–${each.to / 1000}${each.detail['lasts'] ? ' lasts' : ''}`)
const times = (count: number, look: Omit<Look, 'at'>) => Array.from({ length: count }, () => look)
const [one, none, two] = [{ faces: 1, yaw: 5 }, { faces: 0 }, { faces: 2 }]
const away = { faces: 1, yaw: -34 }

describe('a signal of the camera', () => {
  it.each<[string, Omit<Look, 'at'>[], string[]]>([
    ['says nothing of somebody who sits and writes', times(60, one), []],
    ['says nothing of somebody who bends down for four seconds', [...times(9, none), ...times(20, one)], []],
    ['says that nobody is seen from the fifth second', [...times(11, none), one], ['no-face 0–5']],
    ['says it again at the end, when it lasted longer', [...times(15, none), one], ['no-face 0–5', 'no-face 0–7 lasts']],
    ['says a long absence twice and never more: when it is one, and when it ends', [...times(401, none), one], ['no-face 0–5', 'no-face 0–200 lasts']],
    ['does not add up two short absences', [...times(8, none), one, ...times(8, none), one], []],
    ['says that several faces are seen from the second second', [...times(5, two), one], ['several-faces 0–2']],
    ['says nothing of somebody who passes behind for a moment', [one, ...times(4, two), one], []],
    ['says that somebody looks away from the eighth second', [...times(17, away), one], ['looking-away 0–8']],
    ['says nothing of a head that turns back in time', [...times(16, away), one, ...times(16, away)], []],
    ['follows a head that sways at the edge of the norm', [{ faces: 1, yaw: 26 }, ...times(8, { faces: 1, yaw: 22 }), ...times(8, { faces: 1, yaw: 25 }), one], ['looking-away 0–8']],
    ['but begins with none below it', times(40, { faces: 1, yaw: 22 }), []],
    ['does not take a turned head among several for the candidate’s', times(4, { faces: 2, yaw: 40 }), []],
    ['says nothing of a phone that one look believed to see', [{ ...one, phone: 0.58 }, one, one, one, { ...one, phone: 0.1 }, one], []],
    ['says that a phone is seen at the second look in a row that asked', [{ ...one, phone: 0.58 }, one, one, one, { ...one, phone: 0.5 }, one], ['phone-in-view 0–2']],
    ['says nothing of a phone below the score', times(20, { ...one, phone: 0.44 }), []],
  ])('%s', (_name, looks, expected) => expect(watch(looks)).toEqual(expected))

  it('carries the strongest value that was seen', () => {
    const signals = new Signals(NORMS, [])
    const raised = [...times(12, away), { faces: 1, yaw: 41 }, ...times(6, away)].flatMap((look, n) => signals.look({ ...look, at: n * 500 }))
    expect(raised).toMatchObject([{ kind: 'looking-away', peak: 41 }])
  })
  it('counts no time in which nothing was looked at', () => {
    const signals = new Signals(NORMS, [])
    expect([0, 500, 60_000, 60_500, 62_000].flatMap((at) => signals.look({ at, faces: 0 }))).toEqual([])
  })
  it('sees the same at one look a second', () => expect(watch([...times(6, none), one], { every: 1000 })).toEqual(['no-face 0–5']))
  it('says it only when it has returned as often as the norm asks', () => {
    const norms: Thresholds = { 'no-face': { seconds: 2, times: 3, withinSeconds: 60 } }
    const absence = [...times(5, none), ...times(3, one)]
    expect(watch([...absence, ...absence], { norms })).toEqual([])
    expect(watch([...absence, ...absence, ...absence], { norms })).toEqual(['no-face 8–10'])
    expect(watch([...absence, ...times(120, one), ...absence, ...absence], { norms })).toEqual([])
  })
  it.each(['no-face', 'several-faces', 'looking-away', 'phone-in-view'])('is silent where %s is switched off for this candidate', (kind) => {
    const everything = [...times(40, none), ...times(40, two), ...times(40, away), ...times(9, { ...one, phone: 0.9 })]
    expect(watch(everything).some((each) => each.startsWith(kind))).toBe(true)
    expect(watch(everything, { off: [kind] }).some((each) => each.startsWith(kind))).toBe(false)
  })
})

describe('a signal of the microphone, the page and the computer', () => {
  it('says that somebody speaks from the third second, and nothing of a cough', () => {
    const signals = new Signals(NORMS, [])
    const hear = (from: number, to: number, speaking: boolean) => Array.from({ length: (to - from) / 100 + 1 }, (_, n) => signals.voice(from + n * 100, speaking, 0.9)).flat()
    expect(said([...hear(0, 900, true), ...hear(1000, 5000, false)])).toEqual([])
    expect(said([...hear(6000, 9000, true), ...hear(9100, 9200, false)])).toEqual(['speech 6–9'])
  })
  it('says that the page was left, whatever was not seen meanwhile', () => {
    const signals = new Signals(NORMS, [])
    expect(said([...signals.state('page-left', 0, true), ...signals.state('page-left', 1900, false)])).toEqual([])
    expect(said([...signals.state('page-left', 10_000, true), ...signals.state('page-left', 13_000, true), ...signals.state('page-left', 14_000, true), ...signals.state('page-left', 14_500, false)])).toEqual(['page-left 10–13', 'page-left 10–14 lasts'])
  })
  it.each(['line-lost', 'camera-lost', 'microphone-lost', 'second-screen', 'full-screen-left'] as const)('says %s at once by a norm of 0, and of ten seconds only from the tenth on', (kind) => {
    const watched = (norms: Thresholds, seconds: number) => {
      const signals = new Signals(norms, [])
      return said([...Array.from({ length: seconds + 1 }, (_, n) => signals.state(kind, n * 1000, true)).flat(), ...signals.state(kind, (seconds + 1) * 1000, false)])
    }
    expect([watched({}, 0), watched({ [kind]: { seconds: 0 } }, 3)]).toEqual([[`${kind} 0–0`], [`${kind} 0–0`, `${kind} 0–3 lasts`]])
    expect([watched({ [kind]: { seconds: 10 } }, 9), watched({ [kind]: { seconds: 10 } }, 10)]).toEqual([[], [`${kind} 0–10`]])
  })
  it('says a copy at once, and the same within a second once', () => {
    const signals = new Signals(NORMS, [])
    expect(said([...signals.moment('copy', 1000), ...signals.moment('copy', 1400), ...signals.moment('paste', 1500), ...signals.moment('copy', 2500)])).toEqual(['copy 1–1', 'paste 1.5–1.5', 'copy 2.5–2.5'])
  })
  it('is silent in every kind that is switched off', () => {
    const signals = new Signals({}, SIGNAL_KINDS)
    expect(SIGNAL_KINDS.flatMap((kind) => [...signals.moment(kind, 0), ...signals.state(kind, 0, true)])).toEqual([])
  })
})
