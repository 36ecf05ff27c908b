import { addDays, addMonths, epochMs, momentAt, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { countTerms, listLateTermCases } from '#modules/casework/index.ts'
import { listEndedExams, listWrongAnswers } from '#modules/exams/index.ts'
import { listAllCentres } from '#modules/centres/index.ts'
import { listPlannedByIds, type PlannedSitting } from '#modules/scheduling/index.ts'
import { policy } from '../policy.ts'
import { readCaseFacts } from './case-facts.ts'
import { busySignals, crowdedSignals, dormantSignals } from './domain/activity.ts'
import { agreementSignals } from './domain/agreement.ts'
import { alikeSignals, countWrong } from './domain/alike.ts'
import { sameUploadSignals, sharedContactSignals, sharedDeviceSignals } from './domain/people-behind.ts'
import { overfullSignals, twoPlacesSignals } from './domain/places.ts'
import { farVoucherSignals, regionRateSignals } from './domain/regions.ts'
import { fastSignals, lateSignals, passRateSignals, type ClockCount } from './domain/shares.ts'
import { isNews, signalNorms, windowMonthsOf, type Found } from './domain/signal.ts'
import { insertComputation, keepSignal, selectJudgedWeights, selectLastComputation, type Computation } from './store/signal-store.ts'

/** The one chain of all computations. */
const CHAIN = 'monitoring:signals'

/** Counts the signals of the day when nobody has done so yet, and the norm says over what time; answers 1 when it did. Nothing follows from them by itself. */
export async function computeSignalsOfTheDay(ctx: Ctx): Promise<number> {
  const isDone = await read(ctx, 'signal.compute', async (t) => {
    assertMay(t, policy, 'signal.compute', undefined as never)
    return windowMonthsOf(await t.law.normsInForce(t.sql, t.today)) === undefined || ((await selectLastComputation(t.sql))?.onDay ?? '') >= t.today
  })
  if (isDone) return 0
  await computeSignals(ctx)
  return 1
}

/** Counts the signals over the time that the norm names and writes them down with their moment; a subject that a person has judged comes again only with enough that is new. */
export async function computeSignals(ctx: Ctx): Promise<Computation> {
  const { found, computation } = await read(ctx, 'signal.compute', async (t) => {
    assertMay(t, policy, 'signal.compute', undefined as never)
    return counted(t)
  })
  return tx(ctx, 'signal.compute', async (t) => {
    assertMay(t, policy, 'signal.compute', undefined as never)
    const norms = signalNorms(await t.law.norms(t.sql, computation.normEdition))
    const keyOf = (each: { centreId: string; kind: string; subject: string }) => `${each.centreId} ${each.kind} ${each.subject}`
    const judged = new Map((await selectJudgedWeights(t.sql)).map((each) => [keyOf(each), each.weight]))
    for (const each of found) {
      if (!isNews(each, judged.get(keyOf(each)), norms)) continue
      await keepSignal(t.sql, {
        id: t.newId(), centreId: each.centreId as Uuid, kind: each.kind, subject: each.subject, figures: each.figures, coversFrom: computation.coversFrom, coversUntil: computation.coversUntil, caseIds: [...each.caseIds] as Uuid[], weight: each.weight,
        firstSeenAt: computation.asOf, asOf: computation.asOf,
      })
    }
    await insertComputation(t.sql, computation)
    await record(t, CHAIN, 'signals-computed', { asOf: computation.asOf, from: computation.coversFrom, until: computation.coversUntil, found: computation.found, edition: computation.normEdition })
    return computation
  })
}

async function counted(t: Tx): Promise<{ found: Found[]; computation: Computation }> {
  const edition = await t.law.normsInForce(t.sql, t.today)
  const norms = signalNorms(edition)
  const [from, until] = [addMonths(t.today, -(windowMonthsOf(edition) ?? 0)), t.today]
  const { theory, practice, marks } = await listEndedExams(t, momentAt(from, '00:00'), momentAt(addDays(until, 1), '00:00'))
  const sittings = new Map((await listPlannedByIds(t.sql, [...new Set([...theory, ...practice].map((run) => run.sittingId))])).map((sitting) => [sitting.id as string, sitting]))
  const at = (run: { sittingId: string }): PlannedSitting => sittings.get(run.sittingId)!
  const terms = await termsOf(t, from, addDays(until, -1))
  const { byRun, options } = await listWrongAnswers(t, theory)
  const written = theory.map((run) => ({ ...run, centreId: at(run).centreId as string, onDay: at(run).onDay as string, seats: at(run).seats }))
  const done = practice.map((run) => ({ ...run, centreId: at(run).centreId as string, onDay: at(run).onDay as string, seats: at(run).seats }))
  const runOf = new Map(done.map((run) => [run.runId as string, run]))
  const wrong = written.map((run) => ({ ...run, wrong: byRun.get(run.runId)! }))
  const alike = alikeSignals(wrong, countWrong(wrong, options), norms)
  const facts = await readCaseFacts(t, from, until)
  const results = [...written.map((run) => ({ ...run, stage: 'theory' as const })), ...done.map((run) => ({ ...run, stage: 'practice' as const }))]
  const [rates, overfull] = [passRateSignals(results, norms), overfullSignals([...written, ...done])]
  const placed = <T extends { sittingId: string }>(runs: readonly T[]) => runs.map((run) => ({ ...run, roomId: (at(run).roomId ?? at(run).id) as string }))
  const judged = placed(done)
  const found = [
    ...rates,
    ...overfull,
    ...twoPlacesSignals(marks.map((mark) => {
      const run = runOf.get(mark.runId)!
      return { assessorId: mark.assessorId, caseId: run.caseId, centreId: run.centreId, sittingId: run.sittingId, roomId: at(run).roomId ?? at(run).id, roomName: at(run).roomKk, at: mark.markedAt }
    })),
    ...alike.found,
    ...agreementSignals(marks.map((mark) => ({ ...mark, caseId: runOf.get(mark.runId)!.caseId, centreId: runOf.get(mark.runId)!.centreId })), norms),
    ...fastSignals(written.map((run) => ({ ...run, questions: run.total, seconds: (epochMs(run.endedAt) - epochMs(run.startedAt)) / 1000 })), norms),
    ...lateSignals(terms, norms),
    ...regionRateSignals(results, facts.regionOf, rates, norms),
    ...crowdedSignals([...placed(written), ...judged], new Set(overfull.map((each) => each.subject))),
    ...busySignals(judged, marks, norms),
    ...dormantSignals(facts.opened, norms),
    ...sharedContactSignals(facts.contacts, norms),
    ...sharedDeviceSignals(facts.devices, norms),
    ...sameUploadSignals(facts.papers, norms),
    ...farVoucherSignals(facts.vouchers, facts.regionOf, norms),
  ]
  const clocks = terms.reduce((sum, each) => sum + each.total, 0)
  return { found, computation: { asOf: t.now, onDay: t.today, coversFrom: from, coversUntil: until, normEdition: edition.edition, theoryRuns: theory.length, practiceRuns: practice.length, marks: marks.length, clocks, pairs: alike.pairs, ...facts.looked, found: found.length } }
}

/** The terms of each centre whose last day has passed, as its public figures count them. */
async function termsOf(t: Tx, from: Day, until: Day): Promise<ClockCount[]> {
  const counts: ClockCount[] = []
  for (const { id: centreId } of await listAllCentres(t.sql)) {
    const { terms, kept } = await countTerms(t.sql, { centreId, from, until })
    if (terms > 0) counts.push({ centreId, total: terms, late: terms - kept, lateCaseIds: terms > kept ? await listLateTermCases(t.sql, { centreId, from, until }) : [] })
  }
  return counts
}
