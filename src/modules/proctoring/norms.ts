import { findNorm, normNumberOr, type NormEdition } from '#kernel/norms.ts'
import { WATCH_CONDITIONS } from '#modules/applications/index.ts'
import { deviceSilentSecondsOf } from '#modules/exams/index.ts'
import { coveredFaceWayOf, type CoveredFaceWay } from './domain/closed-moment.ts'
import { automaticEndOf, type AutomaticEnd } from './domain/automatic-end.ts'
import { DETERMINISTIC, oneOf, SIGNAL_KINDS, type Deterministic, type SignalKind } from './domain/kinds.ts'
import type { SignalNorms } from './domain/signals.ts'

/** What the edition of a case says of watching; where an older edition does not know a norm, the default of the platform stands [D]. */
export interface ProctoringNorms {
  automaticEnd: AutomaticEnd
  deterministic: readonly Deterministic[]
  pageLeftViolationSeconds: number
  quietSeconds: number
  silenceSeconds: number
  /** Another computer may take over only from one that has been silent as long. */
  deviceSilentSeconds: number
  graceSeconds: number
  endsExamAt: number
  chunkBytes: number
  /** A shorter hole between two pieces is the time that a browser needs to begin the next one, and is not told. */
  gapSeconds: number
  /** So long the end of an exam is not upheld, where the candidate has not answered. */
  answerHours: number
  /** An opening of a recording is good as long; after it the purpose is said again. */
  viewHours: number
  signals: SignalNorms
  yawDegrees: number
  swayDegrees: number
  hearing: { score: number; quiet: number; pauseMs: number }
  phoneHits: number
  /** The signals that each condition granted switches off. */
  offByCondition: Readonly<Record<string, readonly SignalKind[]>>
  /** How a face covered for religious reasons is compared. */
  coveredFace: CoveredFaceWay
  /** So long a closed moment waits for the candidate, and what he shows for the look; then it is gone. */
  closedMomentSeconds: number
  /** The signals that say nothing at a practice: its work is done in other windows. */
  offInPractice: readonly SignalKind[]
}

const REPEATS = 'looking-away:2 speech:2'
/** What stands where an edition names none of the conditions of the watch. */
export const OFF_OF_WATCH = 'tics:looking-away tics:speech covered-face:no-face covered-face:looking-away glasses:looking-away'
const OFF = `assistant:several-faces assistant:speech ${OFF_OF_WATCH}`

/** What lasts and has no norm of its own; what happens at once, such as a copy, lasts nothing. */
const OTHER_SECONDS = 'second-screen:0 full-screen-left:0 line-lost:0 camera-lost:0 microphone-lost:0 copy:0 paste:0 device-changed:0 weak-computer:0'
/** Kinds that the browser must see for so long before it says them. */
const LASTING = ['second-screen', 'full-screen-left', 'line-lost', 'camera-lost', 'microphone-lost'] as const

const OFF_IN_PRACTICE = 'page-left full-screen-left copy paste'

export function proctoringNorms(edition: NormEdition): ProctoringNorms {
  const number = (key: string, otherwise: number): number => normNumberOr(edition, key, otherwise)
  const text = (key: string, otherwise: string): string => {
    const value = findNorm(edition, key)?.value
    return typeof value === 'string' ? value : otherwise
  }
  const pairs = (key: string, otherwise: string) => pairsOf(text(key, otherwise))
  const off: Record<string, SignalKind[]> = {}
  const named = pairs('proctoring.offByCondition', OFF)
  for (const [condition, kind] of namesNoWatchCondition(named) ? [...named, ...pairsOf(OFF_OF_WATCH)] : named) {
    const known = oneOf(SIGNAL_KINDS, kind)
    if (known) (off[condition] ??= []).push(known)
  }
  return {
    automaticEnd: automaticEndOf(text('proctoring.automaticEnd', 'immediate')),
    deterministic: text('violation.automaticKinds', 'second-workstation').split(' ').flatMap((word) => oneOf(DETERMINISTIC, word) ?? []),
    pageLeftViolationSeconds: number('proctoring.pageLeftViolationSeconds', 30), quietSeconds: number('proctoring.repeatAfterSeconds', 60),
    silenceSeconds: number('proctoring.silenceSeconds', 60), deviceSilentSeconds: deviceSilentSecondsOf(edition),
    graceSeconds: number('exam.graceSeconds', 60), endsExamAt: number('violation.endsExamAt', 2),
    answerHours: number('proctoring.answerHours', 24), gapSeconds: number('proctoring.gapSeconds', 5), viewHours: number('proctoring.viewHours', 12), chunkBytes: number('proctoring.chunkMegabytes', 4) * 1024 * 1024, yawDegrees: number('proctoring.lookingAwayDegrees', 25), swayDegrees: number('proctoring.swayDegrees', 5),
    hearing: { score: number('proctoring.speechScorePercent', 50) / 100, quiet: number('proctoring.quietScorePercent', 35) / 100, pauseMs: number('proctoring.speechPauseMilliseconds', 800) },
    coveredFace: coveredFaceWayOf(text('proctoring.coveredFaceComparison', 'closed-moment')), closedMomentSeconds: number('proctoring.closedMomentSeconds', 180),
    phoneHits: number('proctoring.phoneHits', 2), offByCondition: off,
    offInPractice: text('proctoring.offInPractice', OFF_IN_PRACTICE).split(' ').flatMap((word) => oneOf(SIGNAL_KINDS, word) ?? []),
    signals: {
      seconds: {
        ...Object.fromEntries(pairs('proctoring.otherSeconds', OTHER_SECONDS).map(([kind, seconds]) => [kind, Number(seconds)])),
        'no-face': number('proctoring.noFaceSeconds', 5), 'several-faces': number('proctoring.severalFacesSeconds', 2), 'looking-away': number('proctoring.lookingAwaySeconds', 8),
        speech: number('proctoring.speechSeconds', 3), 'page-left': number('proctoring.pageLeftSeconds', 2),
      },
      repeats: Object.fromEntries(pairs('proctoring.repeats', REPEATS).map(([kind, times]) => [kind, Number(times)])),
      windowMinutes: number('proctoring.repeatsWithinMinutes', 10), phoneScore: number('proctoring.phoneScorePercent', 45) / 100,
    },
  }
}

/** An edition that names none of the conditions of the watch is older than they are: whom the centre has granted one is not to find that it does nothing. */
function namesNoWatchCondition(named: readonly [string, string][]): boolean {
  return !named.some(([condition]) => (WATCH_CONDITIONS as readonly string[]).includes(condition))
}

/** What the value of an edition in force does not say by itself of the conditions, for whoever reads it: an unnamed condition has signals off, and the named ones stand though they are not named. */
export function oddityOfConditions(value: string): { unnamed: boolean; defaults: string | undefined } {
  const named = pairsOf(value)
  return { unnamed: named.some(([condition]) => condition === 'other'), defaults: namesNoWatchCondition(named) ? OFF_OF_WATCH : undefined }
}

function pairsOf(text: string): [string, string][] {
  return text.split(' ').filter(Boolean).map((pair) => pair.split(':') as [string, string])
}

/** The same as the candidate's browser is told it. */
export function thresholdsFor(norms: ProctoringNorms) {
  const { seconds, phoneScore } = norms.signals
  return {
    'no-face': { seconds: seconds['no-face'] }, 'several-faces': { seconds: seconds['several-faces'] }, 'looking-away': { seconds: seconds['looking-away'], yawDegrees: norms.yawDegrees, swayDegrees: norms.swayDegrees },
    'phone-in-view': { score: phoneScore, hits: norms.phoneHits }, speech: { seconds: seconds.speech, ...norms.hearing }, 'page-left': { seconds: seconds['page-left'] },
    ...(Object.fromEntries(LASTING.map((kind) => [kind, { seconds: seconds[kind] ?? 0 }])) as Record<(typeof LASTING)[number], { seconds: number }>),
  }
}
