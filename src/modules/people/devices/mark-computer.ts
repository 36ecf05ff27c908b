import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { namesOf } from '../names.ts'
import { policy } from '../policy.ts'
import { computerNameBlockers, isDeviceNumber } from './domain/device.ts'
import { deviceHash } from './note-device.ts'
import { insertComputer, lockComputer, selectComputers, selectMark, updateUnmarked, type CommonComputer } from './store/device-store.ts'

const chainOf = (id: string): string => `common-computer:${id}`

/** Says that the browser with this number is a common computer of the organisation; what is done on it from now on is noted of no device. What was noted before stays. */
export async function markComputer(ctx: Ctx, input: { organisationId: string; number: string; name: string }): Promise<Uuid> {
  return tx(ctx, 'computer.mark', async (t) => {
    assertMay(t, policy, 'computer.mark', input)
    if (t.actor.kind !== 'person' || !isDeviceNumber(input.number)) throw new Denial('input.wrong')
    const name = input.name.trim()
    assertNone('computer.not-markable', computerNameBlockers(name))
    const id = t.newId()
    if ((await insertComputer(t.sql, { id, device: deviceHash(t, input.number), organisationId: input.organisationId, name, by: t.actor.accountId, at: t.now })) === 0) throw new Denial('computer.marked-already')
    await record(t, chainOf(id), 'computer-marked', { organisationId: input.organisationId })
    return id
  })
}

/** Takes the mark off, from any computer of the organisation: a machine that was given away is found no more. */
export async function unmarkComputer(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'computer.unmark', async (t) => {
    const row = parseUuid(id) && (await lockComputer(t.sql, id))
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'computer.mark', row)
    if (row.unmarkedAt || t.actor.kind !== 'person') return
    await updateUnmarked(t.sql, { id, by: t.actor.accountId, at: t.now })
    await record(t, chainOf(id), 'computer-unmarked', { organisationId: row.organisationId })
  })
}

export interface ComputersView {
  computers: (CommonComputer & { by: string; here: boolean })[]
  /** This browser bears the mark of another organisation. */
  elsewhere: boolean
}
/** The common computers of an organisation, and whether this browser is one. */
export async function readComputers(ctx: Ctx, input: { organisationId: string; number: string | undefined }): Promise<ComputersView> {
  return read(ctx, 'computer.mark', async (t) => {
    assertMay(t, policy, 'computer.mark', input)
    const rows = await selectComputers(t.sql, input.organisationId)
    const here = isDeviceNumber(input.number) ? await selectMark(t.sql, deviceHash(t, input.number)) : undefined
    const names = await namesOf(t, rows.map((row) => row.markedBy))
    return { computers: rows.map((row) => ({ ...row, by: names.get(row.markedBy) ?? '', here: row.id === here?.id })), elsewhere: here !== undefined && here.organisationId !== input.organisationId }
  })
}
