import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import type { Localized } from '#kernel/localized.ts'
import { findNormNumber } from '#kernel/norms.ts'
import { accountOf, hasRole, isOversight } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { entriesOf, type JournalEntry } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { chainOf, getCase, normsOf, type AccreditationCase, type StageClock } from '../cases.ts'
import { nextStep, STAGE_OF_STEP, STAGES, type Stage } from '../domain/road.ts'
import { stageTerm } from '../domain/stage-term.ts'
import { candidatesOf, type Candidate } from '../expertise/assign-experts.ts'
import { checklistOf, finishBlockers, type ExpertMark, type Opinion } from '../expertise/domain/expertise.ts'
import { selectExperts, selectMarks } from '../expertise/store/expert-store.ts'
import { standingCertificate } from '../certificate/chain.ts'
import { scopeRule } from '../extension/scope-rule.ts'
import { policy } from '../policy.ts'
import { selectClocks } from '../store/case-store.ts'
import { missingOf } from './domain/filing.ts'
import { acceptBlockers, giveBackBlockers, itemsOf, type ItemCheck } from './domain/receipt.ts'
import { factsOf } from '../case-facts.ts'
import { isFillable, readAction } from './fillable.ts'
import { filingFacts, partsOf, type FiledParts } from './filing-facts.ts'
import { selectChecks } from './store/receipt-store.ts'

/** The clock of one stage of Art. 23(2): its term by the norms of the case, undefined where nothing sets it. */
export interface StageShown {
  stage: Stage
  term: number | undefined
  clocks: StageClock[]
}
export interface ExpertShown {
  accountId: string
  name: string
  opinion: Opinion | null
  grounds: string
  conflict: string
  steppedBack: boolean
  marks: ExpertMark[]
}
export interface CaseShown extends FiledParts {
  kase: AccreditationCase
  organisation: { name: Localized; bin: string | null }
  region: professions.Region | undefined
  lateness: Lateness | undefined
  /** The certificate that an extension or a renewal is about, as it stands today. */
  about: centres.CertificateShown | undefined
  today: Day
  stages: StageShown[]
  missing: Blocker[]
  /** The check of the round last decided or under way. */
  items: string[]
  checks: ItemCheck[]
  rounds: number
  may: { fill: boolean; withdraw: boolean; check: boolean; accept: Blocker[] | undefined; giveBack: Blocker[] | undefined; assign: boolean; review: boolean; finish: Blocker[] | undefined }
  experts: ExpertShown[]
  candidates: Candidate[]
  checklist: string[]
  /** The reader's own checklist. */
  own: ExpertShown | undefined
  timeline: (JournalEntry & { actorName: string | undefined })[]
}

/** Everything that whoever opens the case may see of it, and what he may do now. */
export async function readCase(ctx: Ctx, id: string): Promise<CaseShown> {
  return read(ctx, 'accreditation.read', async (t) => {
    const kase = await getCase(t, id)
    const facts = await factsOf(t, kase)
    assertMay(t, policy, readAction(kase), facts)
    const parts = await partsOf(t, kase, may(t.actor, policy, 'accreditation.fill', facts))
    const norms = await normsOf(t, kase)
    const clocks = await selectClocks(t.sql, kase.id)
    const items = itemsOf(parts.lines)
    const round = kase.step === 'correcting' ? kase.corrections - 1 : kase.corrections
    const checks = await selectChecks(t.sql, kase.id, round)
    const rounds = findNormNumber(norms, 'accreditation.correctionRounds') ?? 0
    const is = (action: 'accreditation.fill' | 'accreditation.withdraw' | 'accreditation.check' | 'accreditation.assign-experts' | 'accreditation.review') => may(t.actor, policy, action, facts)
    const checking = is('accreditation.check') && kase.step === 'submitted'
    const { experts, own } = await expertsShown(t, kase)
    const finishing = is('accreditation.assign-experts') && kase.step === 'expertise'
    const entries = await entriesOf(t.sql, chainOf(kase.id))
    // The applicant hears of the body's people by their office only.
    const names = facts.organisationId && hasRole(t.actor, ['applicant', 'centre-head'], facts.organisationId) ? new Map<string, string>() : await people.namesOf(t, entries.map((entry) => entry.actorId))
    return {
      ...parts, kase, items, checks, rounds, experts, own, checklist: checklistOf(parts.lines),
      organisation: await people.getOrganisation(t.sql, kase.organisationId),
      region: (await professions.listRegions(t.sql)).find((region) => region.kato === kase.regionKato),
      lateness: kase.nextDueOn && !kase.closedAt ? lateness(kase.nextDueOn, t.today, t.calendar) : undefined,
      stages: STAGES.map((stage) => ({ stage, term: stageTerm(norms, stage), clocks: clocks.filter((clock) => clock.stage === stage) })),
      missing: isFillable(kase) ? [...parts.lines.flatMap(await scopeRule(t, kase)), ...missingOf(filingFacts(parts))] : [],
      about: kase.certificateId ? await standingCertificate(t, kase.certificateId) : undefined, today: t.today,
      may: {
        fill: is('accreditation.fill') && isFillable(kase), withdraw: is('accreditation.withdraw') && nextStep(kase.step, 'withdraw') !== undefined, check: checking,
        accept: checking ? acceptBlockers(items, checks) : undefined, giveBack: checking ? giveBackBlockers(items, checks, kase.corrections, rounds) : undefined,
        assign: finishing, review: own !== undefined && !own.steppedBack && own.opinion === null && kase.step === 'expertise',
        finish: finishing ? finishBlockers(experts.filter((expert) => !expert.steppedBack).map((expert) => ({ given: expert.opinion !== null })), findNormNumber(norms, 'accreditation.experts') ?? 1) : undefined,
      },
      candidates: finishing ? await candidatesOf(t, kase) : [],
      timeline: entries.map((entry) => ({ ...entry, actorName: entry.actorId ? names.get(entry.actorId) : undefined })),
    }
  })
}

/** Each expert alone: until the review is finished only the accreditor and oversight see the opinions given, and nobody but an expert himself his checklist. */
async function expertsShown(t: Tx, kase: AccreditationCase): Promise<{ experts: ExpertShown[]; own: ExpertShown | undefined }> {
  const rows = await selectExperts(t.sql, kase.id)
  const names = await people.namesOf(t, rows.map((row) => row.accountId))
  const stage = STAGE_OF_STEP[kase.step]
  const finished = stage !== undefined ? stage > 2 : kase.step === 'completed' || kase.step === 'refused'
  const ofApplicant = hasRole(t.actor, ['applicant', 'centre-head'], kase.organisationId)
  const overseer = !ofApplicant && (hasRole(t.actor, 'accreditor') || isOversight(t.actor))
  const shown: ExpertShown[] = []
  for (const row of rows) {
    const open = finished || overseer
    const isOwn = row.accountId === accountOf(t.actor)
    if (!open && !isOwn) continue
    if (ofApplicant && row.steppedBackAt) continue
    shown.push({
      accountId: row.accountId, name: ofApplicant ? '' : names.get(row.accountId) ?? '', opinion: row.opinion, grounds: row.grounds, conflict: ofApplicant ? '' : row.conflict,
      steppedBack: row.steppedBackAt !== null, marks: isOwn || finished || (overseer && row.opinion) ? await selectMarks(t.sql, kase.id, row.accountId) : [],
    })
  }
  return { experts: shown, own: shown.find((each) => each.accountId === accountOf(t.actor)) }
}
