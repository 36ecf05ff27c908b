import { parseDay, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Norm, NormEdition } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ACCREDITATION_TRIAL_DAYS, tryAccreditationNorm, type AccreditationTrial } from '#modules/accreditation/index.ts'
import { tryBan, type BanTrial } from '#modules/applications/index.ts'
import { TRIAL_DAYS, tryNorms, type NormTrial } from '#modules/casework/index.ts'
import { tryPassMark } from '#modules/exams/index.ts'
import { choicesOf, readValue, trialEdition } from '#modules/norms/index.ts'
import { messages } from '#modules/norms/messages/index.ts'
import { RETENTION_NORMS, tryRetention, type RetentionTrial } from '#modules/retention/index.ts'
import { choiceOptions } from './choices.ts'
import { retentionSentences } from './retention-trial.ts'
import { Box } from '../../ui/card.tsx'
import { Button } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'

/** A value tried in the address, and what it would change; `wrong` when it is not of the kind of the norm. */
export interface Trial {
  typed: string
  from: Day
  wrong: boolean
  found?: NormTrial & { pass?: { exams: number; passedBefore: number; passedAfter: number }; ban?: BanTrial; accreditation?: AccreditationTrial; retention?: { before: RetentionTrial; after: RetentionTrial } }
}

/** Reads the value tried from the address and asks the figures; undefined when nothing is tried. */
export async function trialOf(ctx: Ctx, newest: NormEdition, norm: Norm, query: URLSearchParams, tomorrow: Day): Promise<Trial> {
  const typed = (query.get('value') ?? '').slice(0, 300)
  const from = parseDay(query.get('from') ?? '') ?? tomorrow
  if (!query.has('value')) return { typed, from, wrong: false }
  const value = readValue(typed, norm)
  const after = value === undefined ? undefined : trialEdition(newest, norm.key, value)
  if (!after) return { typed, from, wrong: true }
  const found = await tryNorms(ctx, { key: norm.key, before: newest, after, from })
  const accreditation = await tryAccreditationNorm(ctx, { key: norm.key, before: newest, after, from })
  const pass = norm.key.startsWith('theory.pass') ? { pass: await tryPassMark(ctx, { before: newest, after, days: TRIAL_DAYS }) } : {}
  return { typed, from, wrong: false, found: { ...found, ...(accreditation ? { accreditation } : {}), ...pass, ...(norm.key === 'violation.banAfterRemoval' ? { ban: await tryBan(ctx, { before: newest, after, from, days: TRIAL_DAYS }) } : {}), ...await retentionOf(ctx, norm.key, newest, after, from) } }
}

async function retentionOf(ctx: Ctx, key: string, before: NormEdition, after: NormEdition, on: Day) {
  const only = RETENTION_NORMS.filter((each) => each === key || (each === 'retention.fileYears' && key === 'retention.fileAtLeastWhileDocumentValid'))
  return only.length === 0 ? {} : { retention: { before: await tryRetention(ctx, { edition: before, on, only }), after: await tryRetention(ctx, { edition: after, on, only }) } }
}

/** A small form in the address and, below it, in plain words what the value would change. */
export function TrialBox({ norm, trial, lang, action }: { norm: Norm; trial: Trial; lang: Language; action: string }) {
  const words = messages[lang].page
  return (
    <Box title={words.tryTitle}>
      <p>{words.tryLead}</p>
      <form method="get" action={action} class="t-fbar">
        <span class="t-sel"><label for="try-value">{words.valueLabel}</label>
          {typeof norm.value === 'boolean'
            ? <select id="try-value" name="value"><option value="true" selected={trial.typed === 'true'}>{words.yes}</option><option value="false" selected={trial.typed === 'false'}>{words.no}</option></select>
            : choicesOf(norm.key) ? <select id="try-value" name="value">{choiceOptions(norm, lang).map((each) => <option value={each.value} selected={trial.typed === each.value}>{each.label}</option>)}</select>
            : <input id="try-value" name="value" value={trial.typed} size={12} autocomplete="off" />}</span>
        <span class="t-sel"><label for="try-from">{words.tryFrom}</label><input id="try-from" type="date" name="from" value={trial.from} /></span>
        <Button kind="secondary" icon="eye">{words.tryShow}</Button>
      </form>
      {trial.wrong && <NoticeBox tone="red">{words.tryWrong}</NoticeBox>}
      {trial.found && <ul class="t-dots">{sentences(norm.key, trial, lang).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
    </Box>
  )
}

/** Norms that belong to no edition of a case: from their first day they hold for everybody alike. */
const HOLDS_AT_ONCE = /^(statistics|openData|monitoring|assessor|price|calendar)\.|\.remindDaysBefore$/

function sentences(key: string, { from, found }: Trial, lang: Language): string[] {
  const words = messages[lang].page
  const { openCases, terms, example, pass, kind, retention, ban, accreditation } = found!
  if (retention) return retentionSentences(retention, from, lang)
  const days = TRIAL_DAYS
  const n = (value: number) => formatNumber(value, lang)
  const on = (day: Day | undefined | 'unknown') => (day === undefined ? words.tryUnset : day === 'unknown' ? words.tryUnknown : formatDay(day, lang))
  if (accreditation) {
    const { stages, example: counted } = accreditation
    const late = stages && stages.counted > 0 ? fill(words.tryTerms, { days: ACCREDITATION_TRIAL_DAYS, n: n(stages.counted), before: n(stages.lateBefore), after: n(stages.lateAfter) }) : fill(words.tryNoTerms, { days: ACCREDITATION_TRIAL_DAYS })
    return [
      ...(counted ? [fill(words.tryExample, { from: formatDay(from, lang), before: on(counted.before), after: on(counted.after) })] : [words.tryElseAccreditation]),
      ...(stages ? [late] : []), fill(words.tryKeptAccreditation, { n: n(accreditation.openCases) }),
    ]
  }
  if (HOLDS_AT_ONCE.test(key)) return [words.tryAtOnce]
  return [
    ...(ban ? [fill(words.tryBan, { days, n: n(ban.removed) }), fill(words.tryBanFirst, { from: formatDay(from, lang), before: ban.before.first ? formatDay(ban.before.first, lang) : words.tryBanNone, after: ban.after.first ? formatDay(ban.after.first, lang) : words.tryBanNone })] : []),
    ...(example ? [fill(kind === 'notice' ? words.tryNotice : words.tryExample, { from: formatDay(from, lang), before: on(example.before), after: on(example.after) })] : []),
    ...(terms ? [terms.counted === 0 ? fill(words.tryNoTerms, { days }) : fill(words.tryTerms, { days, n: n(terms.counted), before: n(terms.lateBefore), after: n(terms.lateAfter) })] : []),
    ...(pass ? [fill(words.tryPass, { days, n: n(pass.exams), before: n(pass.passedBefore), after: n(pass.passedAfter) })] : []),
    ...(!example && !pass && !ban ? [words.tryElse] : []),
    fill(words.tryKept, { n: n(openCases) }),
  ]
}
