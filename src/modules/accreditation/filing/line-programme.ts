import { Denial } from '#kernel/denial.ts'
import { findNorm, findNormNumber } from '#kernel/norms.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as programmes from '#modules/programmes/index.ts'
import { factsOf } from '../case-facts.ts'
import { getCase, lockCase, normsOf, record, type AccreditationCase } from '../cases.ts'
import { policy } from '../policy.ts'
import { assertFillable, isFillable, readAction } from './fillable.ts'
import { keepProgramme, selectLines, touchCase, type Line } from './store/filing-store.ts'

type LineKey = Pick<Line, 'professionCode' | 'level'>

/** Whose programme a line of the case has: a centre that applies on line writes its own at its own desk; everybody else's belongs to the application. */
function wanted(kase: AccreditationCase, line: LineKey): programmes.ProgrammeWanted {
  const isCentres = kase.kind !== 'initial' && kase.channel === 'online'
  return { organisationId: kase.organisationId, applicationId: isCentres ? null : kase.id, professionCode: line.professionCode, level: line.level }
}

async function versionOf(t: Tx, kase: AccreditationCase, line: LineKey): Promise<Uuid | undefined> {
  const own = await programmes.findForApplication(t.sql, wanted(kase, line))
  // A centre whose renewal the chamber enters need not write again what it examines by.
  return own ?? (kase.kind === 'renewal' ? (await programmes.findApprovedProgramme(t.sql, { centreId: kase.organisationId, ...line }))?.id : undefined)
}

/** Opens the draft programme of a profession of the application, or the next version after the one handed in; answers its version. */
export async function draftLineProgramme(ctx: Ctx, input: { caseId: string; professionCode: string; level: number; json?: programmes.ProgrammeFile }): Promise<Uuid> {
  return tx(ctx, 'accreditation.fill', async (t) => {
    const kase = await lockCase(t, input.caseId)
    const facts = await factsOf(t, kase)
    assertMay(t, policy, 'accreditation.fill', facts)
    assertFillable(kase)
    const line = (await selectLines(t.sql, kase.id)).find((each) => each.professionCode === input.professionCode && each.level === input.level)
    if (!line) throw new Denial('not-found')
    const keptBy = kase.channel === 'paper' ? (facts.chamberId as Uuid) : kase.organisationId
    const versionId = await programmes.draftForApplication(t, { ...wanted(kase, line), keptBy }, input.json)
    await touchCase(t.sql, kase.id)
    await record(t, kase.id, 'accreditation-programme-drafted', { profession: line.professionCode, level: line.level, versionId })
    return versionId
  })
}

export interface LineProgramme extends LineKey {
  /** What would be handed in today for whoever fills the application in; what was handed in for everybody else. */
  standing: programmes.ProgrammeStanding
  /** The programme is the centre's own and is written at its desk. */
  ofCentre: boolean
  handedIn: boolean
}
/** The programme of every line, as the reader may know it; lines without one are left out. */
export async function programmesOf(t: Tx, kase: AccreditationCase, lines: readonly Line[], filling: boolean): Promise<LineProgramme[]> {
  const found: LineProgramme[] = []
  for (const line of lines) {
    const id = filling ? await versionOf(t, kase, line) : line.programmeVersionId
    if (!id) continue
    const standing = await programmes.standingOf(t.sql, id)
    found.push({ professionCode: line.professionCode, level: line.level, standing, ofCentre: standing.version.applicationId === null, handedIn: id === line.programmeVersionId })
  }
  return found
}

/** Freezes the programme of every line with its fingerprint, at hand-in and again after a correction. */
export async function handInProgrammes(t: Tx, kase: AccreditationCase, lines: readonly Line[]): Promise<{ profession: string; level: number; versionNo: number; digest: string }[]> {
  const handed = []
  for (const line of lines) {
    const id = await versionOf(t, kase, line)
    if (!id) throw new Denial('accreditation.programme-missing')
    const { version, digest } = await programmes.handIn(t, id, kase.id)
    await keepProgramme(t.sql, kase.id, { professionCode: line.professionCode, level: line.level, versionId: version.id, digest })
    handed.push({ profession: line.professionCode, level: line.level, versionNo: version.versionNo, digest })
  }
  return handed
}

/** After the certificate: what was granted becomes a draft of the centre, what was refused stays with the case. */
export async function giveProgrammes(t: Tx, kase: AccreditationCase, granted: readonly LineKey[]): Promise<void> {
  for (const line of await selectLines(t.sql, kase.id)) {
    if (!line.programmeVersionId || !granted.some((each) => each.professionCode === line.professionCode && each.level === line.level)) continue
    const versionId = await programmes.giveToCentre(t, line.programmeVersionId)
    if (versionId) await record(t, kase.id, 'accreditation-programme-given', { profession: line.professionCode, level: line.level, from: line.programmeVersionId, versionId })
  }
}

export interface ProgrammeReviewed extends LineKey {
  kase: AccreditationCase
  programme: programmes.ProgrammeStanding
  /** Without their keys; undefined for who only has to know the shape of the programme. */
  questions: programmes.Item[] | undefined
  /** What a candidate must reach in the theory, by the norms of the case; undefined where they do not say. */
  pass: { percent: number; strict: boolean } | undefined
}
interface LineAsked extends LineKey {
  caseId: string
}
/** The programme handed in for a line: its cards, blueprint and texts for whoever reads the case, the questions without keys for its experts only, and only while they review. */
export async function readLineProgramme(ctx: Ctx, input: LineAsked): Promise<ProgrammeReviewed> {
  return read(ctx, 'accreditation.read', (t) => readLine(t, input))
}

/** A file of the practical task, for whoever may read the questions of the programme as the case stands. */
export async function openLineTaskFile(ctx: Ctx, input: LineAsked & { fileId: string }): Promise<{ file: programmes.TaskFile; bytes: Uint8Array }> {
  const found = await read(ctx, 'accreditation.read', async (t) => {
    const { programme, questions } = await readLine(t, input)
    if (!questions) throw new Denial('not-found')
    return programmes.openTaskFile(t, programme.version.id, input.fileId)
  })
  return { file: found.file, bytes: await ctx.files.get(found.fileKey) }
}

async function readLine(t: Tx, input: LineAsked): Promise<ProgrammeReviewed> {
  const kase = await getCase(t, input.caseId)
  const facts = await factsOf(t, kase)
  assertMay(t, policy, readAction(kase), facts)
  const line = (await selectLines(t.sql, kase.id)).find((each) => each.professionCode === input.professionCode && each.level === input.level)
  if (!line?.programmeVersionId) throw new Denial('not-found')
  const norms = await normsOf(t, kase)
  const percent = findNormNumber(norms, 'theory.passPercent')
  const { questions, ...programme } = await programmes.readForReview(t, line.programmeVersionId)
  const sees = (kase.step === 'expertise' && may(t.actor, policy, 'accreditation.read-questions', facts)) || (isFillable(kase) && may(t.actor, policy, 'accreditation.fill', facts))
  return { professionCode: line.professionCode, level: line.level, kase, programme, questions: sees ? questions : undefined, pass: percent === undefined ? undefined : { percent, strict: findNorm(norms, 'theory.passStrict')?.value === true } }
}
