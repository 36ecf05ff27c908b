import type { Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { currentAttempt } from '../attempts.ts'
import { currentContract, examModeOfCase, findApprovedProgramme, getProgrammeVersion, practiceModesOf } from '../neighbours.ts'
import { modeOfStage } from './domain/notification.ts'

type Mode = 'offline' | 'online'

/** What decides in which mode each stage of a case is held; as the rules of a notification ask for it. */
export interface ExamModes {
  /** As the candidate chose for his whole exam. */
  mode: Mode
  /** What the programme of his attempt allows for the practice; before an attempt that of his contract, before a contract the one in force. */
  practiceModes: readonly Mode[]
}

/** How the exam of a case is held. */
export async function examModesOf(t: Tx, kase: CaseFile): Promise<ExamModes> {
  return { mode: await examModeOfCase(t, kase.id), practiceModes: await practiceModesOfCase(t, kase) }
}

/** The mode of one stage. */
export function stageModeOf(modes: ExamModes, stage: Stage): Mode {
  return modeOfStage(stage, modes.mode, modes.practiceModes)
}

async function practiceModesOfCase(t: Tx, kase: CaseFile): Promise<readonly Mode[]> {
  const attempt = await currentAttempt(t, kase.id)
  const versionId = attempt && !attempt.endedAt ? attempt.programmeVersionId : (await currentContract(t, kase.id))?.programmeVersionId
  if (versionId) return practiceModesOf((await getProgrammeVersion(t.sql, versionId)).content)
  if (!kase.professionCode || !kase.level) return ['offline']
  const inForce = await findApprovedProgramme(t.sql, { centreId: kase.centreId, professionCode: kase.professionCode, level: kase.level })
  return practiceModesOf(inForce?.content ?? {})
}
