import { addDays, addMonths, epochMs, momentAt, type Day } from '#kernel/day.ts'
import { findNormNumber } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { listPlannedByIds } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectEndedPractice, selectMarksOfRuns } from '../store/ended-run-store.ts'
import { assessorFigures, pairFigures, type AssessorFigures, type PairFigures } from './domain/examiner-quality.ts'

export interface ExaminerQuality {
  from: Day
  until: Day
  minMarks: number
  agreedMarks: number
  runs: number
  assessors: (AssessorFigures & { name: string })[]
  pairs: (PairFigures & { names: [string, string] })[]
}

/** How the assessors of one centre marked within the window of the norms, counted from the marks that stand. */
export async function readExaminerQuality(ctx: Ctx, centreId: string): Promise<ExaminerQuality> {
  return read(ctx, 'quality.read', async (t) => {
    assertMay(t, policy, 'quality.read', { centreId })
    const edition = await t.law.normsInForce(t.sql, t.today)
    // Editions older than the norm: a figure on too few operations would be an accusation.
    const norms = { minMarks: findNormNumber(edition, 'quality.minMarks') ?? 30, agreedMarks: findNormNumber(edition, 'monitoring.signal.agreedMarks') ?? Infinity }
    const from = addMonths(t.today, -(findNormNumber(edition, 'quality.windowMonths') ?? 12))
    const ended = await selectEndedPractice(t.sql, momentAt(from, '00:00'), momentAt(addDays(t.today, 1), '00:00'))
    const here = new Set((await listPlannedByIds(t.sql, [...new Set(ended.map((run) => run.sittingId))])).filter((sitting) => sitting.centreId === centreId).map((sitting) => sitting.id as string))
    const runs = ended.filter((run) => here.has(run.sittingId))
    const marks = (await selectMarksOfRuns(t.sql, runs.map((run) => run.runId))).map((mark) => ({ ...mark, at: epochMs(mark.markedAt) }))
    const [assessors, pairs] = [assessorFigures(marks, norms), pairFigures(marks, norms)]
    const names = await people.namesOf(t, assessors.map((each) => each.assessorId))
    const nameOf = (id: string): string => names.get(id) ?? '—'
    return {
      from, until: t.today, minMarks: norms.minMarks, agreedMarks: norms.agreedMarks, runs: runs.length,
      assessors: assessors.map((each) => ({ ...each, name: nameOf(each.assessorId) })), pairs: pairs.map((pair) => ({ ...pair, names: [nameOf(pair.a), nameOf(pair.b)] })),
    }
  })
}
