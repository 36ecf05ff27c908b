import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { Denial } from '#kernel/denial.ts'
import { hasRole } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { factBook, type LossRef } from './case-facts.ts'
import { FATES, fateBlockers, possibleDestinations, proposedFate, type Destination, type Fate, type Proposal } from './domain/fate.ts'
import { policy } from './policy.ts'
import { selectContinuations, type Continuation } from './store/continuation-store.ts'

export interface LossShown extends LossRef {
  centres: centres.Centre[]
  certificateNumber: string | undefined
  /** The event; undefined where the certificate ran out or the loss came with the import. */
  event: centres.CertificateEventRow | undefined
  state: centres.Loss['state']
  /** Professions of the cases that wait. */
  professionCodes: string[]
  cases: number
  oldestOn: Day
}

async function lossesOf(t: Tx): Promise<LossShown[]> {
  const losses = new Map<string, LossShown>()
  for (const group of await casework.listHoldGroups(t.sql)) {
    const key = `${group.certificateId} ${group.eventId}`
    const centre = await centres.getCentre(t.sql, group.centreId)
    const known = losses.get(key)
    if (known) {
      known.cases += group.cases
      if (!known.professionCodes.includes(group.professionCode)) known.professionCodes.push(group.professionCode)
      if (!known.centres.some((each) => each.id === centre.id)) known.centres.push(centre)
      continue
    }
    const loss = await centres.findLoss(t.sql, { ...group, on: t.today })
    losses.set(key, {
      certificateId: group.certificateId, eventId: group.eventId, centres: [centre], professionCodes: [group.professionCode], cases: group.cases, oldestOn: group.oldestOn, state: loss?.state ?? 'none',
      certificateNumber: group.certificateId ? (await centres.findCertificate(t.sql, group.certificateId, t.today))?.number : undefined,
      event: group.eventId ? await centres.findCertificateEvent(t.sql, group.eventId) : undefined,
    })
  }
  return [...losses.values()]
}

/** Every loss by which cases wait, the oldest first. */
export async function listLosses(ctx: Ctx): Promise<{ losses: LossShown[]; cases: number }> {
  return read(ctx, 'continuation.list', async (t) => {
    assertMay(t, policy, 'continuation.list', undefined as never)
    const losses = await lossesOf(t)
    return { losses, cases: losses.reduce((sum, loss) => sum + loss.cases, 0) }
  })
}

export interface FateOption {
  fate: Fate
  /** Why it is not possible; empty: it is. */
  blockers: Blocker[]
}
export interface WaitingCase extends casework.CaseSummary {
  stepBefore: casework.Step
  heldOn: Day
  dueBefore: Day | null
  centreId: string
  contract: 'none' | 'sent' | 'signed'
  paid: number
  options: FateOption[]
  proposed: Proposal | undefined
  /** Centres to which it can go, the best first. */
  destinations: { centre: centres.Centre; price: number; sameRegion: boolean }[]
}
export interface LossView {
  loss: LossShown | undefined
  cases: WaitingCase[]
  decisions: (Continuation & { name: string; fates: { number: string; fate: Fate; to: centres.Centre | undefined }[] })[]
  mayDecide: boolean
}

/** A loss for which no case waits any more. */
async function settledLoss(t: Tx, ref: LossRef): Promise<LossShown | undefined> {
  const certificate = ref.certificateId ? await centres.findCertificate(t.sql, ref.certificateId, t.today) : undefined
  if (!certificate) return undefined
  const event = ref.eventId ? await centres.findCertificateEvent(t.sql, ref.eventId) : undefined
  return {
    ...ref, event, centres: [await centres.getCentre(t.sql, certificate.centreId)], certificateNumber: certificate.number, state: certificate.state === 'valid' || certificate.state === 'replaced' ? 'none' : certificate.state,
    professionCodes: event?.professions ?? [], cases: 0, oldestOn: event?.inForceFrom ?? t.today,
  }
}

/** A loss with all its waiting cases: where each stood, what is proposed and what is not possible, and what was decided before. */
export async function readLoss(ctx: Ctx, ref: LossRef): Promise<LossView> {
  return read(ctx, 'continuation.list', async (t) => {
    assertMay(t, policy, 'continuation.list', undefined as never)
    const decided = await selectContinuations(t.sql, ref)
    const loss = (await lossesOf(t)).find((each) => each.certificateId === ref.certificateId && each.eventId === ref.eventId) ?? (decided.length > 0 ? await settledLoss(t, ref) : undefined)
    if (!loss && decided.length === 0) throw new Denial('not-found')
    const names = await people.namesOf(t, decided.map((each) => each.decidedBy))
    const holds = await casework.listOpenHolds(t.sql, { loss: ref })
    const lines = new Map((await casework.listSummaries(t.sql, holds.map((hold) => hold.caseId))).map((line) => [line.id, line]))
    const book = factBook(t)
    const fates: (casework.DecidedFate & { to: centres.Centre | undefined })[] = []
    for (const each of await casework.listFates(t.sql, decided.map((one) => one.id))) fates.push({ ...each, to: each.toCentreId ? await book.centre(each.toCentreId) : undefined })
    const cases: WaitingCase[] = []
    for (const hold of holds) {
      const facts = await book.of(hold)
      const contract = await applications.currentContract(t, hold.caseId)
      const destinations: WaitingCase['destinations'] = []
      for (const each of possibleDestinations(facts)) destinations.push({ centre: await book.centre(each.centreId), price: await priceAt(t, hold, each, contract), sameRegion: each.sameRegion })
      cases.push({
        ...lines.get(hold.caseId)!, stepBefore: hold.stepBefore, heldOn: hold.heldOn, dueBefore: hold.dueBefore, centreId: hold.kase.centreId,
        contract: !contract ? 'none' : contract.acceptedAt ? 'signed' : 'sent', paid: contract ? await applications.paidUnder(t, contract) : 0,
        options: FATES.map((fate) => ({ fate, blockers: fateBlockers(fate, facts) })), proposed: proposedFate(facts), destinations,
      })
    }
    return { loss, cases, decisions: decided.map((each) => ({ ...each, name: names.get(each.decidedBy) ?? '', fates: fates.filter((one) => one.continuationId === each.id) })), mayDecide: hasRole(t.actor, 'ministry') }
  })
}

/** What the case would cost there: the published price, of a retake that of the norm for the stages to be held again. */
async function priceAt(t: Tx, { kase, stepBefore, heldOn }: casework.OpenHold, to: Destination, contract: applications.Contract | undefined): Promise<number> {
  const offered = contract?.kind === 'retake' && contract.acceptedAt === null ? contract.stages : undefined
  if (stepBefore !== 'fail-notice-sent' && !offered) return to.price!
  const price = await centres.findPrice(t.sql, { centreId: to.centreId, professionCode: kase.professionCode!, level: kase.level!, on: t.today })
  return price ? applications.priceOfRetake(t, kase, offered ?? await applications.retakeStagesOn(t, kase, heldOn), price) : to.price!
}
