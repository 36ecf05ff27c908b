import { normBoolean } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { getProgrammeVersion, type ProgrammeContent } from '../neighbours.ts'
import { countedSteps } from './domain/practice.ts'

/** The programme of an attempt, with the operations of its card optional or not as the norms of the case have it. */
export async function contentOfCase(t: Tx, kase: CaseFile, programmeVersionId: string): Promise<ProgrammeContent> {
  const { content } = await getProgrammeVersion(t.sql, programmeVersionId)
  const unlessOptional = normBoolean(await casework.normsOf(t, kase), 'practice.operationsCountUnlessOptional')
  return { ...content, map: { ...content.map, steps: countedSteps(content.map.steps, unlessOptional) } }
}
