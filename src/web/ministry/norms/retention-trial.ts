import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { LEGAL_HOLDS, type RetentionTrial } from '#modules/retention/index.ts'
import { messages } from '#modules/retention/messages/index.ts'

/** In plain words, how much a sweep of the day would delete under the present norm and under the one tried, and what it would keep all the same. */
export function retentionSentences({ before, after }: { before: RetentionTrial; after: RetentionTrial }, from: Day, lang: Language): string[] {
  const { trial: words, kinds, holds } = messages[lang]
  const n = (value: number) => formatNumber(value, lang)
  const on = formatDay(from, lang)
  const countOf = (trial: RetentionTrial, kind: string) => trial.kinds.find((each) => each.kind === kind)?.counted ?? 0
  const touched = [...new Set([...before.kinds, ...after.kinds].map((each) => each.kind))].filter((kind) => countOf(before, kind) + countOf(after, kind) > 0)
  return [
    ...(touched.length === 0 ? [fill(words.none, { on })] : touched.map((kind) => fill(words.counted, { kind: kinds[kind], on, before: n(countOf(before, kind)), after: n(countOf(after, kind)) }))),
    ...LEGAL_HOLDS.filter((hold) => hold !== 'term-runs' && (after.held[hold] ?? 0) > 0).map((hold) => fill(words.held, { n: n(after.held[hold]!), why: holds[hold] })),
    words.keptForEver,
  ]
}
