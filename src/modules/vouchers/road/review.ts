import { makeDocumentNumber } from '#kernel/document-number.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { grantBlockers, refusalBlockers } from '../domain/request.ts'
import { fitOf } from '../domain/road-fits.ts'
import { lastDayOf } from '../domain/validity.ts'
import { assignPlaces } from '../ledger/assign-places.ts'
import { messages } from '../messages/index.ts'
import { chainOfRequest, facesOf } from '../office.ts'
import { policy } from '../policy.ts'
import { hasReservedPlace, releasePlace } from '../store/place-store.ts'
import { decideRequestRow, lockRequest, type RequestRow } from '../store/request-store.ts'
import { issueVoucherRow, isIssuedThisYear } from '../store/voucher-store.ts'
import { choiceFacts, fitsOf, validityDays } from './facts.ts'
import { writeToHolder } from './letters.ts'

/** The request for a decision: of the specialist's own region, and not his own. */
async function underReview(t: Tx, id: string): Promise<RequestRow> {
  const request = parseUuid(id) ? await lockRequest(t.sql, id) : undefined
  if (!request) throw new Denial('not-found')
  assertMay(t, policy, 'voucher.review', await facesOf(t, request.regionKato))
  if (request.accountId === accountOf(t.actor)) throw new Denial('voucher.own-request')
  if (request.step !== 'review') throw new Denial('voucher.decided-already')
  return request
}

/** Grants the voucher: the reserved place is taken, forty-five calendar days run from today [N]. Where the road fits nowhere the reason must be written. */
export async function grantVoucher(ctx: Ctx, input: { id: string; note: string; identitySeen: boolean }): Promise<Uuid> {
  try {
    return await tx(ctx, 'voucher.grant', async (t) => withSystemSight(t, async () => {
      const request = await underReview(t, input.id)
      const { fits } = await fitsOf(t, request)
      const note = input.note.trim().slice(0, 1000)
      const { verifiedAt } = await people.getPerson(t, request.personId)
      assertNone('voucher.not-grantable', grantBlockers({
        placeReserved: await hasReservedPlace(t.sql, request.id), issuedThisYear: await isIssuedThisYear(t.sql, request.year, request.personKey), fit: fitOf(fits), note, identityKnown: verifiedAt !== null || input.identitySeen,
      }))
      return issue(t, request, note, verifiedAt === null)
    }))
  } catch (error) {
    throw violatedConstraint(error) === 'one_voucher_per_person_and_year' ? new Denial('voucher.issued-this-year') : error
  }
}

async function issue(t: Tx, request: RequestRow, note: string, identitySeen: boolean): Promise<Uuid> {
  const by = accountOf(t.actor)! as Uuid
  const id = t.newId()
  const validUntil = lastDayOf(t.today, validityDays(await t.law.normsInForce(t.sql, t.today)))
  const issued = await issueVoucherRow(t.sql, {
    id, number: makeDocumentNumber(t.random(8)), year: request.year, regionKato: request.regionKato, requestId: request.id, personId: request.personId, accountId: request.accountId, personKey: request.personKey,
    professionCode: request.professionCode, level: request.level, centreId: request.centreId, issuedOn: t.today, issuedAt: t.now, issuedBy: by, validUntil, note,
  })
  if (issued !== 1) throw new Denial('voucher.no-place')
  await record(t, chainOfRequest(request.id), 'voucher-issued', { voucherId: id, validUntil, ...(identitySeen ? { identitySeen } : {}), ...(note ? { note } : {}) })
  const { name } = await choiceFacts(t, request)
  await writeToHolder(t, request.accountId, 'issued', (lang) => ({ profession: inLanguage(name, lang), until: formatDay(validUntil, lang) }))
  return id
}

/** Refuses with a ground of the list, the reason and how to put it right; a refusal does not use up the person's voucher of the year. */
export async function refuseVoucher(ctx: Ctx, input: { id: string; ground: string; reason: string; remedy: string }): Promise<void> {
  await tx(ctx, 'voucher.refuse', async (t) => withSystemSight(t, async () => {
    const request = await underReview(t, input.id)
    const [reason, remedy] = [input.reason.trim().slice(0, 1000), input.remedy.trim().slice(0, 1000)]
    assertNone('voucher.not-refusable', refusalBlockers({ ground: input.ground, reason, remedy, placeReserved: await hasReservedPlace(t.sql, request.id) }))
    await releasePlace(t.sql, request.id)
    await decideRequestRow(t.sql, request.id, { step: 'refused', accountId: accountOf(t.actor)!, at: t.now, ground: input.ground, reason, remedy })
    await assignPlaces(t, request.year, request.regionKato)
    await record(t, chainOfRequest(request.id), 'voucher-refused', { ground: input.ground })
    await writeToHolder(t, request.accountId, 'refused', (lang) => ({ ground: messages[lang].grounds[input.ground as keyof (typeof messages)['kk']['grounds']], reason, remedy }))
  }))
}
