import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { currentAttempt } from '../attempts.ts'
import { currentContract, examModeOfCase, findApprovedProgramme, getProgrammeVersion, modeOfStage, practiceModesOf } from '../neighbours.ts'

/** How each stage of a case is held, as the candidate chose for his whole exam and as his programme allows. */
export async function examModesOf(t: Tx, kase: CaseFile): Promise<Record<Stage, ExamMode>> {
  const chosen = await examModeOfCase(t, kase.id)
  const practiceModes = await practiceModesOfCase(t, kase)
  return { theory: modeOfStage('theory', chosen, practiceModes), practice: modeOfStage('practice', chosen, practiceModes) }
}

/** What the programme of his attempt allows for the practice; before an attempt that of his contract, before a contract the one in force. */
async function practiceModesOfCase(t: Tx, kase: CaseFile): Promise<readonly ExamMode[]> {
  const attempt = await currentAttempt(t, kase.id)
  const versionId = attempt && !attempt.endedAt ? attempt.programmeVersionId : (await currentContract(t, kase.id))?.programmeVersionId
  if (versionId) return practiceModesOf((await getProgrammeVersion(t.sql, versionId)).content)
  if (!kase.professionCode || !kase.level) return ['offline']
  const inForce = await findApprovedProgramme(t.sql, { centreId: kase.centreId, professionCode: kase.professionCode, level: kase.level })
  return practiceModesOf(inForce?.content ?? {})
}
