import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'

export interface Relations {
  related: { number: string; kind: string; step: string; openedOn: Day; closed: boolean }[]
  parentNumber: string | undefined
}

/** The appeals and complaints that point at a case, and the case that this one points at. */
export async function relationsOf(t: Tx, kase: { id: string; parentCaseId: string | null }): Promise<Relations> {
  const related = await t.sql.many<{ number: string; kind: string; step: string; openedOn: Day; closed: boolean }>(
    'select number, kind, step, opened_on, closed_at is not null as closed from case_file where parent_case_id = $1 order by opened_at', [kase.id])
  const parent = kase.parentCaseId ? await t.sql.maybe<{ number: string }>('select number from case_file where id = $1', [kase.parentCaseId]) : undefined
  return { related, parentNumber: parent?.number }
}
