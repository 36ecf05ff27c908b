import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'
import { factsOf } from '../case-facts.ts'
import { getCase, lockCase, type AccreditationCase } from '../cases.ts'
import type { CaseFacts } from '../policy.ts'
import { checklistOf, type ChecklistItem } from './domain/checklist.ts'
import { standOf, type LoggedEntry, type SurveyStand } from './domain/entries.ts'
import type { SurveyState } from './domain/survey.ts'
import * as store from './store/survey-store.ts'
import type { Survey, Surveyor } from './store/survey-store.ts'

/** A case together with everything of its survey. */
export interface SurveyCase {
  kase: AccreditationCase
  /** Nothing until surveyors and a day are set. */
  survey: Survey | undefined
  surveyors: Surveyor[]
  facts: CaseFacts
}

/** Reads the case and its survey; the case row is locked first when something is going to be written. */
export async function surveyCase(t: Tx, id: string, { lock = false } = {}): Promise<SurveyCase> {
  if (!parseUuid(id)) throw new Denial('not-found')
  const kase = lock ? await lockCase(t, id) : await getCase(t, id)
  const survey = await store.selectSurvey(t.sql, id)
  const everybody = await store.selectSurveyors(t.sql, id)
  const surveyors = everybody.filter((each) => each.relievedAt === null)
  return { kase, survey, surveyors, facts: await factsOf(t, kase) }
}

/** Refuses when the case has left the survey or nobody was assigned yet. */
export function assertSurvey({ kase, survey }: SurveyCase): Survey {
  if (kase.step !== 'survey') deny('accreditation.not-at-this-step', { step: kase.step, act: 'survey' })
  if (!survey) deny('survey.not-assigned')
  return survey
}

export function stateOf({ survey, surveyors }: SurveyCase): SurveyState {
  return { closed: Boolean(survey?.closedAt), signatures: surveyors.filter((each) => each.signedAt !== null).length, surveyors: surveyors.length, answered: Boolean(survey?.answer) }
}

export interface SurveyContent {
  items: ChecklistItem[]
  log: LoggedEntry[]
  stand: SurveyStand
}
export async function contentOf(t: Tx, caseId: string): Promise<SurveyContent> {
  const items = checklistOf(await store.selectLines(t.sql, caseId))
  const log = await store.selectLog(t.sql, caseId)
  return { items, log, stand: standOf(log) }
}

/** What the survey itself writes; who wrote anything else before, received, reviewed or assigned, does not survey [D]. */
export const isOfSurvey = (kind: string): boolean => kind.startsWith('accreditation-survey-')

/** Who may be sent: the surveyors of the accrediting body at which the actor works. */
export async function surveyorsOfBody(t: Tx): Promise<people.Holder[]> {
  const bodies = t.actor.kind === 'person' ? t.actor.roles.filter((held) => held.role === 'accreditor').map((held) => held.organisationId) : []
  const found = new Map<Uuid, people.Holder>()
  for (const body of bodies) for (const holder of await people.listHolders(t.sql, body, t.today, 'surveyor')) found.set(holder.accountId, holder)
  return [...found.values()]
}
