import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { findNorm } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { findNotifiedSitting, getOpenAttempt, type Attempt } from '../attempts.ts'
import { conflictBlockers, findConflicts } from '../interests/find-conflicts.ts'
import type { ProgrammeContent } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { contentOfCase } from './content-of-case.ts'
import { openDisputes } from './domain/practice.ts'
import { assessorsNow } from './domain/set-aside.ts'
import { areSheetsClosed, mayDecide } from './domain/sheets.ts'
import { sheetsOf, type SheetsOfRun } from './sheets-of.ts'
import { selectPracticeRun } from './store/practice-store.ts'
import { selectSetAside } from './store/set-aside-store.ts'
import { insertVerdict, selectThird, upsertThird } from './store/sheet-store.ts'

const REASON_MAX = 1000

interface Dispute {
  runId: string
  sheets: SheetsOfRun
  content: ProgrammeContent
}

async function lockDispute(t: Tx, kase: CaseFile, attempt: Attempt): Promise<Dispute> {
  const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  if (!run || run.endKind) throw new Denial('practice.not-running')
  const sheets = await sheetsOf(t, kase, run.id)
  if (!areSheetsClosed(sheets)) deny('practice.sheets-open')
  return { runId: run.id, sheets, content: await contentOfCase(t, kase, attempt.programmeVersionId) }
}

/** A word with its reason on an operation in dispute: of both assessors, or of the third, as the norm says. It may be said anew until the dispute is settled. */
export async function decideDispute(ctx: Ctx, input: { number: string; step: number; done: boolean; reason: string }): Promise<void> {
  await tx(ctx, 'practice.decide', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    const attempt = await getOpenAttempt(t, kase)
    const sitting = await findNotifiedSitting(t, attempt.id, 'practice')
    const open = await selectPracticeRun(t.sql, attempt.id)
    const third = open ? await selectThird(t.sql, open.id) : undefined
    assertMay(t, policy, 'practice.decide', { ...kase, assessorIds: [...assessorsNow(sitting?.assessorIds ?? [], open ? await selectSetAside(t.sql, open.id) : []), ...(third ? [third.assessorId] : [])] })
    const { runId, sheets, content } = await lockDispute(t, kase, attempt)
    const me = accountOf(t.actor)!
    if (!mayDecide(me, sheets, third?.assessorId)) deny(sheets.way === 'third' ? 'practice.third-decides' : 'practice.both-decide')
    if (!openDisputes(content.map.steps, sheets.marks, sheets.assessorsRequired, sheets).includes(input.step)) deny('practice.not-disputed', { step: input.step })
    // A tie may have been declared after the call; the head calls another as long as no word was said.
    if (sheets.way === 'third') assertNone('practice.third-bound', await conflictBlockers(t, kase, [me]))
    const reason = input.reason.trim()
    if (reason === '') deny('practice.reason-missing', { field: 'reason' })
    if (reason.length > REASON_MAX) deny('practice.note-too-long', { field: 'reason', most: REASON_MAX })
    await insertVerdict(t.sql, runId, { id: t.newId(), stepNo: input.step, assessorId: me, done: input.done, reason, writtenAt: t.now })
    await casework.record(t, kase.id, 'dispute-decided', { attemptId: attempt.id, runId, step: input.step, done: input.done, way: sheets.way })
  })
}

/** The head calls a third assessor of the centre, one who did not mark; another may be called until he has said a word. */
export async function callThirdAssessor(ctx: Ctx, input: { number: string; accountId: string }): Promise<void> {
  await tx(ctx, 'practice.call-third', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'practice.call-third', kase)
    const attempt = await getOpenAttempt(t, kase)
    const { runId, sheets, content } = await lockDispute(t, kase, attempt)
    if (sheets.way !== 'third') deny('practice.both-decide')
    if (openDisputes(content.map.steps, sheets.marks, sheets.assessorsRequired, sheets).length === 0) deny('practice.nothing-disputed')
    const called = await selectThird(t.sql, runId)
    if (called && sheets.verdicts.some((verdict) => verdict.assessorId === called.assessorId)) deny('practice.third-has-spoken')
    const found = (await callableThirds(t, kase, sheets)).find((person) => person.accountId === input.accountId)
    if (!found) deny('practice.not-a-third', { field: 'accountId' })
    if (called?.assessorId === found.accountId) return
    assertNone('practice.third-bound', await conflictBlockers(t, kase, [found.accountId]))
    await upsertThird(t.sql, runId, { assessorId: found.accountId, calledBy: accountOf(t.actor)!, calledAt: t.now })
    await casework.record(t, kase.id, 'third-called', { attemptId: attempt.id, runId, assessorId: found.accountId })
  })
}

/** Assessors of the centre who did not mark and are not the candidate; only with a confirmed competence where the norm asks for it. */
export async function callableThirds(t: Tx, kase: CaseFile, sheets: Pick<SheetsOfRun, 'marks'> & Partial<Pick<SheetsOfRun, 'setAside'>>): Promise<Awaited<ReturnType<typeof centres.listStaff>>> {
  const marked = new Set<string>([...sheets.marks, ...(sheets.setAside ?? [])].map((each) => each.assessorId))
  const people = (await centres.listStaff(t.sql, kase.centreId, t.today, 'assessor')).filter((person) => !marked.has(person.accountId) && person.accountId !== kase.accountId)
  if (findNorm(await casework.normsOf(t, kase), 'assessor.competenceRequired')?.value !== true) return people
  const without = await centres.findWithoutCompetence(t.sql, { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, on: t.today, people: people.map((person) => person.accountId) })
  return people.filter((person) => !without.includes(person.accountId))
}

/** Those of them who may be offered to the head: nobody who is bound to the candidate, for his call would be refused. */
export async function offeredThirds(t: Tx, kase: CaseFile, sheets: Parameters<typeof callableThirds>[2]): ReturnType<typeof callableThirds> {
  const people = await callableThirds(t, kase, sheets)
  const bound = new Set<string>((await findConflicts(t, kase, people.map((person) => person.accountId))).map((each) => each.accountId))
  return people.filter((person) => !bound.has(person.accountId))
}
