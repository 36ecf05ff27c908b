import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { grantBlockers, refusalBlockers } from '../domain/request.ts'
import { fitOf } from '../domain/road-fits.ts'
import { lastDayOf } from '../domain/validity.ts'
import { assignPlaces } from '../ledger/assign-places.ts'
import { messages } from '../messages/index.ts'
import { chainOfRequest, facesOf } from '../office.ts'
import { policy, type RegionFacts } from '../policy.ts'
import { hasReservedPlace, releasePlace } from '../store/place-store.ts'
import { decideRequestRow, lockRequest, selectRequest, type RequestRow } from '../store/request-store.ts'
import { isIssuedThisYear } from '../store/voucher-store.ts'
import { choiceFacts, fitsOf } from './facts.ts'
import { issueTogether, type GrantFound } from './issue-together.ts'
import { writeToHolder } from './letters.ts'

/** The request for a decision: of the specialist's own region, and not his own. */
async function underReview(t: Tx, id: string, how: 'read' | 'lock'): Promise<{ request: RequestRow; faces: RegionFacts }> {
  const request = parseUuid(id) ? await (how === 'lock' ? lockRequest : selectRequest)(t.sql, id) : undefined
  if (!request) throw new Denial('not-found')
  const faces = await facesOf(t, request.regionKato)
  assertMay(t, policy, 'voucher.review', faces)
  if (request.accountId === accountOf(t.actor)) throw new Denial('voucher.own-request')
  if (how === 'lock' && request.step !== 'review') throw new Denial('voucher.decided-already')
  return { request, faces }
}

/**
 * Grants the voucher: the reserved place is taken, its calendar days run from today [N]. Where the road fits nowhere the reason must be written. What speaks against it is read
 * first; the statement that issues asks the database again whether the request is under review, its place kept and the year's voucher not given, and goes together with others.
 */
export async function grantVoucher(ctx: Ctx, input: { id: string; note: string; identitySeen: boolean }): Promise<Uuid> {
  try {
    return await issueTogether(ctx, await grantable(ctx, input))
  } catch (error) {
    throw violatedConstraint(error) === 'one_voucher_per_person_and_year' ? new Denial('voucher.issued-this-year') : error
  }
}

async function grantable(ctx: Ctx, input: { id: string; note: string; identitySeen: boolean }): Promise<GrantFound> {
  return read(ctx, 'voucher.grant', async (t) => withSystemSight(t, async () => {
    const { request, faces } = await underReview(t, input.id, 'read')
    const { fits } = await fitsOf(t, request)
    const note = input.note.trim().slice(0, 1000)
    const { verifiedAt } = await people.getPerson(t, request.personId)
    const blockers = grantBlockers({
      placeReserved: await hasReservedPlace(t.sql, request.id), issuedThisYear: await isIssuedThisYear(t.sql, request.year, request.personKey), fit: fitOf(fits), note, identityKnown: verifiedAt !== null || input.identitySeen,
    })
    // A request that was decided before, or while this was read, is for the statement to refuse: so the same press sent twice is answered as the first time.
    if (blockers.length > 0 && (await selectRequest(t.sql, request.id))!.step === 'review') assertNone('voucher.not-grantable', blockers)
    const { name } = await choiceFacts(t, request)
    return { requestId: request.id, accountId: request.accountId, faces, profession: name, validUntil: lastDayOf(t.today, await t.law.normsInForce(t.sql, t.today), t.calendar), note, identitySeen: verifiedAt === null }
  }))
}

/** Refuses with a ground of the list, the reason and how to put it right; a refusal does not use up the person's voucher of the year. */
export async function refuseVoucher(ctx: Ctx, input: { id: string; ground: string; reason: string; remedy: string }): Promise<void> {
  await tx(ctx, 'voucher.refuse', async (t) => withSystemSight(t, async () => {
    const { request } = await underReview(t, input.id, 'lock')
    const [reason, remedy] = [input.reason.trim().slice(0, 1000), input.remedy.trim().slice(0, 1000)]
    assertNone('voucher.not-refusable', refusalBlockers({ ground: input.ground, reason, remedy, placeReserved: await hasReservedPlace(t.sql, request.id) }))
    await releasePlace(t.sql, request.id)
    await decideRequestRow(t.sql, request.id, { step: 'refused', accountId: accountOf(t.actor)!, at: t.now, ground: input.ground, reason, remedy })
    await assignPlaces(t, request.year, request.regionKato)
    await record(t, chainOfRequest(request.id), 'voucher-refused', { ground: input.ground })
    await writeToHolder(t, request.accountId, 'refused', (lang) => ({ ground: messages[lang].grounds[input.ground as keyof (typeof messages)['kk']['grounds']], reason, remedy }))
  }))
}
