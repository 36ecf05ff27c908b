import type { Day } from '#kernel/day.ts'
import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as professions from '#modules/professions/index.ts'
import { STAGE_OF_STEP, STAGES, type Stage } from '../domain/road.ts'
import { stageTerm } from '../domain/stage-term.ts'
import { policy } from '../policy.ts'
import { countRunning, selectRunning, type PublicLine } from './store/public-store.ts'

export interface StageCount {
  stage: Stage
  /** In working days by the norms in force today; undefined where nothing sets it. */
  term: number | undefined
  cases: number
  late: number
}
export interface PublicClock extends PublicLine {
  stage: Stage | undefined
  region: professions.Region | undefined
  lateness: Lateness | undefined
}
export interface PublicClocks {
  stages: StageCount[]
  rows: PublicClock[]
  total: number
  today: Day
}

/** The clocks of all running accreditation cases for everybody: number, region, stage, since when and until when; never whose case it is. */
export async function readPublicClocks(ctx: Ctx, page: number, pageSize: number): Promise<PublicClocks> {
  return read(ctx, 'public-clocks.read', async (t) => {
    assertMay(t, policy, 'public-clocks.read', undefined as never)
    const norms = await t.law.normsInForce(t.sql, t.today)
    const counts = await countRunning(t.sql, t.today)
    const regions = new Map((await professions.listRegions(t.sql)).map((region) => [region.kato, region]))
    const sum = (stage: Stage, of: 'cases' | 'late') => counts.filter((each) => STAGE_OF_STEP[each.step] === stage).reduce((all, each) => all + each[of], 0)
    return {
      today: t.today, total: counts.reduce((all, each) => all + each.cases, 0),
      stages: STAGES.map((stage) => ({ stage, term: stageTerm(norms, stage), cases: sum(stage, 'cases'), late: sum(stage, 'late') })),
      rows: (await selectRunning(t.sql, pageSize, (page - 1) * pageSize)).map((row) => ({
        ...row, stage: STAGE_OF_STEP[row.step], region: regions.get(row.regionKato), lateness: row.dueOn ? lateness(row.dueOn, t.today, t.calendar) : undefined,
      })),
    }
  })
}
