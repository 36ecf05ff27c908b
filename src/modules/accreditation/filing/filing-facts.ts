import type { Tx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import type { AccreditationCase } from '../store/case-store.ts'
import { PAPER_KINDS, type FilingFacts } from './domain/filing.ts'
import { isFillable } from './fillable.ts'
import { programmesOf, type LineProgramme } from './line-programme.ts'
import { selectFiling, selectLines, selectPapers, selectStaff, type Filing, type Line, type Paper, type StaffMember } from './store/filing-store.ts'

export interface FiledParts {
  /** Of the organisation that applies. */
  bin: string | null
  filing: Filing
  lines: (Line & { profession: professions.Profession | undefined })[]
  staff: StaffMember[]
  papers: Paper[]
  /** One per line that has one. */
  programmes: LineProgramme[]
}

/** Everything an application consists of, with the entries of the register in force today. */
export async function partsOf(t: Tx, kase: AccreditationCase, filling: boolean): Promise<FiledParts> {
  const { id: caseId, organisationId } = kase
  const empty: Filing = { premisesTitle: null, premises: '', equipment: '', resources: '', paperReceivedOn: null, givenBackAt: null, returnGrounds: '' }
  const lines: FiledParts['lines'] = []
  for (const line of await selectLines(t.sql, caseId)) lines.push({ ...line, profession: await professions.findProfession(t.sql, line.professionCode, t.today) })
  const { bin } = await people.getOrganisation(t.sql, organisationId)
  return { bin, filing: (await selectFiling(t.sql, caseId)) ?? empty, lines, staff: await selectStaff(t.sql, caseId), papers: await selectPapers(t.sql, caseId, PAPER_KINDS), programmes: await programmesOf(t, kase, lines, filling && isFillable(kase)) }
}

/** The same as the law asks about it. */
export function filingFacts({ bin, filing, lines, staff, papers, programmes }: FiledParts): FilingFacts {
  return {
    ...filing, bin, staff, papers,
    lines: lines.map((line) => ({ professionCode: line.professionCode, level: line.level, track: line.profession?.track, levels: line.profession?.levels ?? [], programme: programmes.find((each) => each.professionCode === line.professionCode && each.level === line.level)?.standing.blockers })),
  }
}
