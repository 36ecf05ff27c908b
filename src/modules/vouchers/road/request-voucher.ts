import { assertNone, Denial } from '#kernel/denial.ts'
import { deadlineRule, handedInOn } from '#kernel/norms.ts'
import { dueOn } from '#kernel/deadline-rule.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import { yearOf } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import { testPersonSigning } from '#platform/signing/person-signature.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { automaticChecks, requestBlockers } from '../domain/request.ts'
import { employmentService } from '../employment.ts'
import { assignPlaces } from '../ledger/assign-places.ts'
import { lastFilingDay } from '../ledger/figures.ts'
import { chainOfRequest } from '../office.ts'
import { policy } from '../policy.ts'
import { hasReservedPlace, releasePlace } from '../store/place-store.ts'
import { decideRequestRow, hasOpenRequest, insertRequest, lockRequest, updateChecks } from '../store/request-store.ts'
import { isIssuedThisYear } from '../store/voucher-store.ts'
import { choiceFacts } from './facts.ts'
import { writeToHolder } from './letters.ts'
import { examinePapers, keepPapers, type PaperSent } from './papers.ts'

export interface VoucherRequest {
  professionCode: string
  level: number | undefined
  centreId: string | null
  /** Region of the registration as unemployed; what the employment service says goes before what was typed [I]. */
  regionKato: string
  /** Copies of education and work papers; asked for only where standard or requirements ask. */
  papers?: readonly PaperSent[]
  /** The number of the device it is asked from, where there is one. */
  device?: string | undefined
}

/** The keyed index of the actor's IIN, verified or claimed: one voucher per person and year, whatever account it is asked from. */
export async function personKeyOf(t: Tx, personId: string): Promise<Uint8Array> {
  return (await people.lockClaimant(t, personId)).iinIndex
}

/** Asks for a voucher, signed: what nobody could grant is not filed; the rest is checked at once, and a place is kept where one is free. */
export async function requestVoucher(ctx: Ctx, input: VoucherRequest): Promise<Uuid> {
  // No file is stored for somebody who may not ask.
  if (!may(ctx.actor, policy, 'voucher.request', undefined as never)) throw new Denial('sign-in.required')
  const papers = await examinePapers(ctx, input.papers ?? [])
  try {
    return await tx(ctx, 'voucher.request', async (t) => {
      assertMay(t, policy, 'voucher.request', undefined as never)
      if (t.actor.kind !== 'person') throw new Denial('sign-in.required')
      // Only the test authority can sign so far: until an adapter of the national PKI is connected, a live platform takes no request.
      if (!t.demo) throw new Denial('voucher.signature-not-connected')
      const { accountId, personId, name } = t.actor
      return withSystemSight(t, async () => {
        const norms = await t.law.normsInForce(t.sql, t.today)
        const on = handedInOn(norms, t.now)
        const year = yearOf(on)
        const personKey = await personKeyOf(t, personId)
        const employment = await employmentService(t).answer(t, personKey)
        const regionKato = employment?.regionKato ?? input.regionKato
        if (!(await professions.listRegions(t.sql)).some((region) => region.kato === regionKato)) throw new Denial('voucher.region-missing', { data: { field: 'regionKato' } })
        const choice = { professionCode: input.professionCode, level: input.level ?? 0, centreId: input.centreId }
        const of = await choiceFacts(t, choice)
        const facts = {
          ...of, employment, regionKato, lastDay: lastFilingDay(norms, year, t.calendar), issuedThisYear: await isIssuedThisYear(t.sql, year, personKey), underReview: await hasOpenRequest(t.sql, year, personKey),
          papersGiven: papers.map((each) => each.kind), placeReserved: false,
        }
        assertNone('voucher.not-requestable', requestBlockers(facts, on))
        const statement = JSON.stringify({ act: 'voucher-request', year, regionKato, ...choice, filedOn: on, papers: papers.map((each) => ({ kind: each.kind, sha256: Buffer.from(each.file.sha256).toString('hex') })) })
        const id = t.newId()
        const dueDay = dueOn(deadlineRule(norms, 'T13'), on, t.calendar) ?? on
        await insertRequest(t.sql, {
          id, year, regionKato, personId, accountId, personKey, ...choice, centreId: choice.centreId as Uuid | null, statement, filedAt: t.now, filedOn: on, dueOn: dueDay, step: 'review',
          signature: testPersonSigning((text) => t.cipher.index(text)).sign({ accountId, name }, statement, t.now), checks: automaticChecks(facts, on),
        })
        await keepPapers(t, id, papers)
        await people.noteDevice(t, { number: input.device, personId, act: 'voucher-request', subjectId: id })
        await record(t, chainOfRequest(id), 'voucher-requested', { year, region: regionKato, profession: choice.professionCode, level: choice.level })
        // Whoever came before goes before: the line is served, not this request.
        await assignPlaces(t, year, regionKato)
        await updateChecks(t.sql, id, automaticChecks({ ...facts, placeReserved: await hasReservedPlace(t.sql, id) }, on))
        await writeToHolder(t, accountId, 'received', (lang) => ({ profession: inLanguage(of.name, lang), due: formatDay(dueDay, lang) }))
        return id
      })
    })
  } catch (error) {
    throw violatedConstraint(error) === 'one_request_under_review_per_person' ? new Denial('voucher.under-review') : error
  }
}

/** The person takes the request back; the place goes to who waits. */
export async function withdrawRequest(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'voucher.withdraw', async (t) => withSystemSight(t, async () => {
    const request = await lockRequest(t.sql, id)
    if (!request) throw new Denial('not-found')
    assertMay(t, policy, 'voucher.change-own', request)
    if (request.step === 'withdrawn') return
    if (request.step !== 'review') throw new Denial('voucher.decided-already')
    await releasePlace(t.sql, request.id)
    await decideRequestRow(t.sql, id, { step: 'withdrawn', accountId: null, at: t.now })
    await assignPlaces(t, request.year, request.regionKato)
    await record(t, chainOfRequest(id), 'voucher-request-withdrawn', {})
  }))
}
