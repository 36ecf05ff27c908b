import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import { type Day, yearOf } from '#kernel/day.ts'
import { handedInOn, handInUntil } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { verifyPersonSignature } from '#platform/signing/person-signature.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { papersToSend, type PaperKind } from '../domain/request.ts'
import { fitOf } from '../domain/road-fits.ts'
import { lastFilingDay } from '../ledger/figures.ts'
import { facesOf, ownRegions } from '../office.ts'
import { policy } from '../policy.ts'
import { hasReservedPlace } from '../store/place-store.ts'
import { countOthersWithCopy, selectPapers, selectPapersThatCount, type VoucherPaper } from '../store/paper-store.ts'
import { countRequests, selectOwnRequests, selectRequest, selectRequests, selectWaiting, type RequestRow } from '../store/request-store.ts'
import { selectExtensions, selectOwnVouchers, selectVouchersOfRequests, type VoucherRow } from '../store/voucher-store.ts'
import { choiceFacts, fitsOf, type FitShown } from './facts.ts'

export interface RequestShown extends Omit<RequestRow, 'personKey'> {
  person: { surname: string; givenName: string; patronymic: string | null; iinLastFour: string; verified: boolean }
  profession: Partial<Localized>
  centre: Localized | undefined
  reserved: boolean
  voucher: VoucherRow | undefined
}

async function show(t: Tx, rows: readonly (RequestRow & { reserved?: boolean })[]): Promise<RequestShown[]> {
  const vouchers = new Map((await selectVouchersOfRequests(t.sql, rows.map((row) => row.id))).map((each) => [each.requestId as string, each]))
  const shown: RequestShown[] = []
  for (const { personKey: _, ...row } of rows) {
    const { surname, givenName, patronymic, iinLastFour, verifiedAt } = await people.getPerson(t, row.personId)
    shown.push({
      ...row, person: { surname, givenName, patronymic, iinLastFour, verified: verifiedAt !== null }, profession: (await professions.findProfessionOrStruck(t.sql, row.professionCode, t.today))?.name ?? {},
      centre: row.centreId ? (await centres.getCentre(t.sql, row.centreId)).name : undefined, reserved: row.reserved ?? (await hasReservedPlace(t.sql, row.id)), voucher: vouchers.get(row.id),
    })
  }
  return shown
}

export const REQUEST_STEPS = ['review', 'granted', 'refused', 'withdrawn'] as const
export type RequestStep = (typeof REQUEST_STEPS)[number]
export interface VoucherInbox {
  items: RequestShown[]
  total: number
  regions: professions.Region[]
  today: Day
}

/** Requests of the specialist's regions: those under review in order of arrival, the others newest first. */
export async function readVoucherInbox(ctx: Ctx, q: { step: RequestStep; page: number; pageSize: number }): Promise<VoucherInbox> {
  return read(ctx, 'voucher-desk.open', async (t) => {
    assertMay(t, policy, 'voucher-desk.open', undefined as never)
    const own = await ownRegions(t)
    return withSystemSight(t, async () => ({
      items: await show(t, await selectRequests(t.sql, { regions: own, step: q.step, limit: q.pageSize, offset: (q.page - 1) * q.pageSize })), total: await countRequests(t.sql, own, q.step),
      regions: (await professions.listRegions(t.sql)).filter((region) => own.includes(region.kato)), today: t.today,
    }))
  })
}

export interface RequestFile {
  request: RequestShown
  region: professions.Region | undefined
  fits: FitShown[]
  fit: ReturnType<typeof fitOf>
  validUntil: Day
  /** Place in the line, from 1; undefined where a place is kept. */
  inLine: number | undefined
  signatureRight: boolean
  caseNumber: string | undefined
  extensions: Awaited<ReturnType<typeof selectExtensions>>
  /** Copies that were sent, those that count first, and kinds that are asked for. */
  papers: VoucherPaper[]
  /** Of how many other people the same copy stands in a request, by the id of the copy. */
  others: ReadonlyMap<string, number>
  papersAsked: readonly PaperKind[]
  today: Day
}
/** One request with everything a decision rests on. */
export async function readVoucherRequest(ctx: Ctx, id: string): Promise<RequestFile> {
  return read(ctx, 'voucher.review', async (t) => withSystemSight(t, async () => {
    const row = parseUuid(id) ? await selectRequest(t.sql, id) : undefined
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'voucher.review', await facesOf(t, row.regionKato))
    const [request] = await show(t, [row])
    const { fits, validUntil } = await fitsOf(t, row)
    const line = request!.reserved || row.step !== 'review' ? -1 : (await selectWaiting(t.sql, row.year, row.regionKato)).findIndex((each) => each.id === row.id)
    const caseId = request!.voucher?.caseId
    return {
      request: request!, region: (await professions.listRegions(t.sql)).find((region) => region.kato === row.regionKato), fits, fit: fitOf(fits), validUntil, inLine: line < 0 ? undefined : line + 1,
      signatureRight: verifyPersonSignature(row.signature, row.statement), caseNumber: caseId ? (await casework.numbersOf(t, [caseId])).get(caseId) : undefined,
      extensions: request!.voucher ? await selectExtensions(t.sql, request!.voucher.id) : [], papers: await selectPapers(t.sql, row.id), others: await countOthersWithCopy(t.sql, row.id), papersAsked: (await choiceFacts(t, row)).papersAsked, today: t.today,
    }
  }))
}

export interface OwnVouchers {
  /** Each with the copies that count, and the kinds that may still be sent while it is under review. */
  requests: (RequestShown & { papers: VoucherPaper[]; toSend: PaperKind[] })[]
  vouchers: (VoucherRow & { profession: Partial<Localized>; caseNumber: string | undefined })[]
  regions: professions.Region[]
  lastDay: Day
  demo: boolean
  today: Day
  /** Until which time a request counts as filed today; undefined: to the end of the day. */
  until: string | undefined
  /** Whether a new request can be filed: no voucher this year, none under review, and not too late. */
  mayRequest: boolean
}
/** One's own requests and vouchers. */
export async function listOwnVouchers(ctx: Ctx): Promise<OwnVouchers> {
  return read(ctx, 'voucher.read-own', async (t) => {
    assertMay(t, policy, 'voucher.read-own', undefined as never)
    if (t.actor.kind !== 'person') throw new Denial('sign-in.required')
    const { accountId } = t.actor
    return withSystemSight(t, async () => {
      const requests: OwnVouchers['requests'] = []
      for (const each of await show(t, await selectOwnRequests(t.sql, accountId))) {
        const papers = await selectPapersThatCount(t.sql, each.id)
        requests.push({ ...each, papers, toSend: each.step === 'review' ? papersToSend((await choiceFacts(t, each)).papersAsked, papers) : [] })
      }
      const rows = await selectOwnVouchers(t.sql, accountId)
      const numbers = await casework.numbersOf(t, rows.flatMap((row) => row.caseId ?? []))
      const vouchers = await Promise.all(rows.map(async (row) => ({ ...row, profession: (await professions.findProfessionOrStruck(t.sql, row.professionCode, t.today))?.name ?? {}, caseNumber: row.caseId ? numbers.get(row.caseId) : undefined })))
      const norms = await t.law.normsInForce(t.sql, t.today)
      const on = handedInOn(norms, t.now)
      const year = yearOf(on)
      const lastDay = lastFilingDay(norms, year, t.calendar)
      return {
        requests, vouchers, regions: await professions.listRegions(t.sql), lastDay, demo: t.demo, today: t.today, until: handInUntil(norms),
        mayRequest: on <= lastDay && !vouchers.some((each) => each.year === year) && !requests.some((each) => each.step === 'review'),
      }
    })
  })
}

/** Whether the road would fit into a voucher granted today, for the person who is about to ask. */
export async function previewFits(ctx: Ctx, choice: { professionCode: string; level: number; centreId: string | null }): Promise<{ fits: FitShown[]; validUntil: Day; today: Day }> {
  return read(ctx, 'voucher.request', async (t) => {
    assertMay(t, policy, 'voucher.request', undefined as never)
    return withSystemSight(t, async () => ({ ...(await fitsOf(t, choice)), today: t.today }))
  })
}

/** The copies that standard or requirements ask for, before anything is sent. */
export async function readPapersAsked(ctx: Ctx, choice: { professionCode: string; level: number; centreId: string | null }): Promise<readonly PaperKind[]> {
  return read(ctx, 'voucher.request', async (t) => {
    assertMay(t, policy, 'voucher.request', undefined as never)
    return (await choiceFacts(t, choice)).papersAsked
  })
}
