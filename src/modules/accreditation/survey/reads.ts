import type { Localized } from '#kernel/localized.ts'
import { Denial } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import * as people from '#modules/people/index.ts'
import { peopleOfApplicant, whoTookPart } from '../case-facts.ts'
import { normsOf, type AccreditationCase } from '../cases.ts'
import { selectDeliveries, type Delivery } from '../hand-over/store/delivery-store.ts'
import { policy } from '../policy.ts'
import type { ChecklistItem } from './domain/checklist.ts'
import { conflictsOf, type LoggedEntry, type SurveyStand } from './domain/entries.ts'
import { enteredBy, signBlockers, type SurveyState } from './domain/survey.ts'
import { qualificationNames, type BothNames } from './qualification-names.ts'
import { selectSurveys, type Survey, type SurveyListed } from './store/survey-store.ts'
import { contentOf, isOfSurvey, stateOf, surveyCase, surveyorsOfBody } from './survey-case.ts'

export interface SurveyRow extends SurveyListed {
  organisation: Localized
  names: string[]
}

/** Surveys of the desk: all of them for the accrediting body, one's own for a surveyor. */
export async function listSurveys(ctx: Ctx): Promise<SurveyRow[]> {
  return read(ctx, 'survey.list', async (t) => {
    assertMay(t, policy, 'survey.list', undefined as never)
    return named(t, await selectSurveys(t.sql, { accountId: hasRole(t.actor, 'accreditor') ? null : accountOf(t.actor)!, organisationIds: null }))
  })
}

/** Surveys at the organisations for which a person applies. */
export async function listOwnSurveys(ctx: Ctx): Promise<SurveyRow[]> {
  return read(ctx, 'survey.list-own', async (t) => {
    assertMay(t, policy, 'survey.list-own', undefined as never)
    const own = t.actor.kind === 'person' ? t.actor.roles.filter((held) => held.role === 'applicant' || held.role === 'centre-head').map((held) => held.organisationId) : []
    return named(t, await selectSurveys(t.sql, { accountId: null, organisationIds: own }))
  })
}

async function named(t: Tx, rows: SurveyListed[]): Promise<SurveyRow[]> {
  const names = await people.namesOf(t, rows.flatMap((row) => row.surveyors))
  return inTurn(rows, async (row) => ({ ...row, organisation: await organisationName(t, row.organisationId), names: row.surveyors.map((each) => names.get(each) ?? '–') }))
}
async function organisationName(t: Tx, id: string): Promise<Localized> {
  const found = await people.findOrganisation(t.sql, id)
  return { kk: found?.nameKk ?? '–', ru: found?.nameRu ?? '–', en: found?.nameEn ?? '–' }
}

export interface SurveyView {
  kase: AccreditationCase
  organisation: Localized
  survey: Survey | undefined
  surveyors: { accountId: string; name: string; signedAt: string | null }[]
  names: ReadonlyMap<string, string>
  items: ChecklistItem[]
  qualifications: BothNames
  stand: SurveyStand
  log: LoggedEntry[]
  conflicts: string[]
  state: SurveyState
  /** The signature on paper of an applicant without an account, who entered it and when. */
  onPaper: (Delivery & { recordedByName: string }) | undefined
  /** Why the act cannot be signed yet; empty when it can. */
  unsigned: ReturnType<typeof signBlockers>
  self: string | undefined
  may: { assign: boolean; write: boolean; sign: boolean; answer: boolean; finish: boolean }
  /** Who may be sent, for those who assign, and who of them may not and why is said by the act. */
  choice: { accountId: string; surname: string; givenName: string; patronymic: string | null; barred: boolean }[]
  needed: number
  /** True from the day of the visit on. */
  begun: boolean
}

/** Everything a page says of one survey, for those who may see the case. */
export async function readSurvey(ctx: Ctx, caseId: string): Promise<SurveyView> {
  return read(ctx, 'survey.read', async (t) => {
    const it = await surveyCase(t, caseId)
    assertMay(t, policy, 'survey.read', it.facts)
    if (it.kase.step !== 'survey' && !it.survey) throw new Denial('not-found')
    const { items, log, stand } = await contentOf(t, caseId)
    const onPaper = it.survey?.answeredOnPaper ? (await selectDeliveries(t.sql, caseId)).find((each) => each.ofKind === 'survey-act') : undefined
    const names = await people.namesOf(t, [...it.facts.surveyors, ...log.map((entry) => entry.accountId), it.survey?.answeredBy])
    const open = it.kase.step === 'survey'
    const can = (action: 'survey.assign' | 'survey.write' | 'survey.sign' | 'survey.answer' | 'survey.finish') => open && may(t.actor, policy, action, it.facts)
    const assigns = can('survey.assign')
    const barred = assigns ? new Set<string>([...(await peopleOfApplicant(t, it.kase)).map((each) => each.accountId), ...(await whoTookPart(t, caseId, isOfSurvey))]) : new Set<string>()
    return {
      kase: it.kase, organisation: await organisationName(t, it.kase.organisationId), survey: it.survey, names, items, stand, log, conflicts: conflictsOf(stand), state: stateOf(it), onPaper: onPaper && { ...onPaper, recordedByName: names.get(onPaper.recordedBy) ?? '–' },
      surveyors: it.surveyors.map((each) => ({ accountId: each.accountId, name: names.get(each.accountId) ?? '–', signedAt: each.signedAt })),
      qualifications: await qualificationNames(t, items), unsigned: signBlockers(items, stand), self: accountOf(t.actor),
      may: { assign: assigns, write: can('survey.write'), sign: can('survey.sign'), answer: can('survey.answer'), finish: can('survey.finish') && !(it.survey && enteredBy(it.survey, accountOf(t.actor))) },
      choice: assigns ? (await surveyorsOfBody(t)).map((each) => ({ ...each, barred: barred.has(each.accountId) })) : [],
      needed: normNumber(await normsOf(t, it.kase), 'accreditation.surveyors'), begun: it.survey !== undefined && t.today >= it.survey.heldOn,
    }
  })
}

/** The act as a PDF, for those who may see the survey; made at once when the worker has not come to it yet. */
export async function openSurveyAct(ctx: Ctx, caseId: string): Promise<{ bytes: Uint8Array; number: string }> {
  const found = await read(ctx, 'survey.read', async (t) => {
    const it = await surveyCase(t, caseId)
    assertMay(t, policy, 'survey.read', it.facts)
    const paper = it.survey?.actPaperId ? await findPaper(t.sql, it.survey.actPaperId) : undefined
    if (!paper) throw new Denial('not-found')
    return { paper, number: it.kase.number ?? '' }
  })
  if (!found.paper.fileKey) await ctx.pressPaper(found.paper.id)
  const fileKey = found.paper.fileKey ?? (await read(ctx, 'survey.read', async (t) => {
    const it = await surveyCase(t, caseId)
    assertMay(t, policy, 'survey.read', it.facts)
    return (await findPaper(t.sql, found.paper.id))?.fileKey
  }))
  if (!fileKey) throw new Denial('paper.not-ready')
  return { bytes: await ctx.files.get(fileKey), number: found.number }
}
