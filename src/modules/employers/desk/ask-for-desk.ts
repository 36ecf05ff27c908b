import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { readDeskRequest, type DeskRequestFacts, type DeskRequestTyped } from '../domain/desk-request.ts'
import { policy } from '../policy.ts'
import { decideDeskRequest, insertDeskRequest, lockDeskRequest, selectDeskRequestsOf, type DeskRequest } from '../store/desk-request-store.ts'

const NOBODY = undefined as never
/** The journal of a request for a desk. */
export const chainOfDesk = (id: string): string => `employer-desk:${id}`

async function examined(t: Tx, accountId: string, typed: DeskRequestTyped, hasFile: boolean): Promise<DeskRequestFacts> {
  const own = await selectDeskRequestsOf(t.sql, accountId)
  const organisation = await people.findOrganisationOfBin(t.sql, typed.bin.replace(/\s/g, ''))
  const isRepresentative = t.actor.kind === 'person' && organisation !== undefined && t.actor.roles.some((held) => held.role === 'employer-representative' && held.organisationId === organisation.id)
  const { facts, blockers } = readDeskRequest(typed, { demo: t.demo, today: t.today, hasFile, underReview: own.filter((each) => each.step === 'review').length, isRepresentative })
  assertNone('desk-request.not-sendable', blockers)
  return facts!
}

/** Somebody asks for the desk of the employer that he represents, with the paper by which he does. */
export async function askForDesk(ctx: Ctx, input: { typed: DeskRequestTyped; file: uploads.SentFile | undefined }): Promise<Uuid> {
  const accountId = accountOf(ctx.actor)
  await read(ctx, 'desk-request.send', async (t) => {
    assertMay(t, policy, 'desk-request.send', NOBODY)
    await withSystemSight(t, () => examined(t, accountId!, input.typed, input.file !== undefined))
  })
  const file = await uploads.examineFile(ctx, input.file!)
  try {
    return await tx(ctx, 'desk-request.send', async (t) => withSystemSight(t, async () => {
      assertMay(t, policy, 'desk-request.send', NOBODY)
      const facts = await examined(t, accountId!, input.typed, true)
      const id = t.newId()
      await insertDeskRequest(t.sql, {
        ...facts, id, accountId: accountId as Uuid, fileName: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, fileKey: file.fileKey, originalKey: file.originalKey, filedAt: t.now, step: 'review',
      })
      await record(t, chainOfDesk(id), 'desk-requested', { powers: facts.powers })
      return id
    }))
  } catch (error) {
    throw violatedConstraint(error) === 'one_desk_request_under_review' ? new Denial('desk-request.under-review') : error
  }
}

/** He takes it back while nobody has decided. */
export async function withdrawDeskRequest(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'desk-request.withdraw', async (t) => withSystemSight(t, async () => {
    const request = parseUuid(id) ? await lockDeskRequest(t.sql, id) : undefined
    if (!request) throw new Denial('not-found')
    assertMay(t, policy, 'desk-request.withdraw', { accountId: request.accountId })
    if (request.step === 'withdrawn') return
    if (request.step !== 'review') throw new Denial('desk-request.decided-already')
    await decideDeskRequest(t.sql, id, { step: 'withdrawn', by: accountOf(t.actor)!, at: t.now })
    await record(t, chainOfDesk(id), 'desk-request-withdrawn', {})
  }))
}

/** One's own requests for a desk, the newest first. */
export async function listOwnDeskRequests(ctx: Ctx): Promise<DeskRequest[]> {
  return read(ctx, 'desk-request.send', async (t) => {
    assertMay(t, policy, 'desk-request.send', NOBODY)
    return withSystemSight(t, () => selectDeskRequestsOf(t.sql, accountOf(t.actor)!))
  })
}
