import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { fill } from '#platform/i18n/message.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { confirmBlockers, refusalOfDeskBlockers, type DeskRequestStep } from '../domain/desk-request.ts'
import { messages } from '../messages/index.ts'
import { policy } from '../policy.ts'
import { countDeskRequests, decideDeskRequest, lockDeskRequest, selectDeskRequest, selectDeskRequests, type DeskRequest } from '../store/desk-request-store.ts'
import { chainOfDesk } from './ask-for-desk.ts'

const NOBODY = undefined as never

async function underReview(t: Tx, id: string): Promise<DeskRequest> {
  assertMay(t, policy, 'desk-request.decide', NOBODY)
  const request = parseUuid(id) ? await lockDeskRequest(t.sql, id) : undefined
  if (!request) throw new Denial('not-found')
  if (request.accountId === accountOf(t.actor)) throw new Denial('desk-request.own')
  if (request.step !== 'review') throw new Denial('desk-request.decided-already')
  return request
}

/** Confirms the desk: the organisation of the BIN is found or entered, and the person represents it as long as his powers last. Whoever confirms says that he compared the papers. */
export async function confirmDesk(ctx: Ctx, input: { id: string; compared: boolean }): Promise<Uuid> {
  return tx(ctx, 'desk-request.confirm', async (t) => withSystemSight(t, async () => {
    const request = await underReview(t, input.id)
    const known = await people.findOrganisationOfBin(t.sql, request.bin)
    assertNone('desk-request.not-confirmable', confirmBlockers({ compared: input.compared, powersUntil: request.powersUntil, today: t.today, kindOfOrganisation: known && (await people.findOrganisation(t.sql, known.id))!.kind }))
    const organisationId = known?.id ?? await people.createOrganisation(t, { kind: 'employer', bin: request.bin, nameKk: request.nameKk, nameRu: request.nameRu, nameEn: request.nameEn, demonstration: t.demo })
    await people.makeRepresentative(t, { accountId: request.accountId, organisationId, validUntil: request.powersUntil })
    await decideDeskRequest(t.sql, request.id, { step: 'confirmed', by: accountOf(t.actor)!, at: t.now, organisationId })
    await record(t, chainOfDesk(request.id), 'desk-confirmed', { organisationId })
    await writeTo(t, request, 'deskConfirmed')
    return organisationId
  }))
}

/** Refuses with the reason and what to do; a new request is free at any time. */
export async function refuseDesk(ctx: Ctx, input: { id: string; reason: string; remedy: string }): Promise<void> {
  await tx(ctx, 'desk-request.refuse', async (t) => withSystemSight(t, async () => {
    const request = await underReview(t, input.id)
    const [reason, remedy] = [input.reason.trim().slice(0, 1000), input.remedy.trim().slice(0, 1000)]
    assertNone('desk-request.not-refusable', refusalOfDeskBlockers({ reason, remedy }))
    await decideDeskRequest(t.sql, request.id, { step: 'refused', by: accountOf(t.actor)!, at: t.now, reason, remedy })
    await record(t, chainOfDesk(request.id), 'desk-refused', {})
    await writeTo(t, { ...request, reason, remedy }, 'deskRefused')
  }))
}

async function writeTo(t: Tx, request: DeskRequest, kind: 'deskConfirmed' | 'deskRefused'): Promise<void> {
  await people.sendLetter(t, { accountId: request.accountId }, {
    kind: kind === 'deskConfirmed' ? 'employer-desk-confirmed' : 'employer-desk-refused',
    write(lang: Language) {
      const words = messages[lang].letters[kind]
      const values = { employer: inLanguage({ kk: request.nameKk, ru: request.nameRu, en: request.nameEn }, lang), reason: request.reason, remedy: request.remedy, link: `${t.publicUrl}/${lang}/${kind === 'deskConfirmed' ? 'employer' : 'account/employer-desk'}` }
      return { subject: fill(words.subject, values), body: fill(words.body, values) }
    },
  })
}

export interface DeskRequestShown extends DeskRequest {
  person: { surname: string; givenName: string; patronymic: string | null; iinLastFour: string; verified: boolean } | undefined
  /** The organisation that has this BIN already. */
  known: { id: Uuid; name: { kk: string; ru: string; en: string }; kind: string } | undefined
}
async function shown(t: Tx, request: DeskRequest): Promise<DeskRequestShown> {
  const found = await people.findOrganisationOfBin(t.sql, request.bin)
  const organisation = found && await people.findOrganisation(t.sql, found.id)
  const personId = await people.personIdOf(t, request.accountId)
  const person = personId ? await people.getPerson(t, personId) : undefined
  return {
    ...request, person: person && { surname: person.surname, givenName: person.givenName, patronymic: person.patronymic, iinLastFour: person.iinLastFour, verified: person.verifiedAt !== null },
    known: organisation && { id: organisation.id, kind: organisation.kind, name: { kk: organisation.nameKk, ru: organisation.nameRu, en: organisation.nameEn } },
  }
}

/** Requests for desks at a step, for whoever decides. */
export async function listDeskRequests(ctx: Ctx, q: { step: DeskRequestStep; page: number; pageSize: number }): Promise<{ items: (DeskRequest & { by: string })[]; total: number }> {
  return read(ctx, 'desk-request.decide', async (t) => {
    assertMay(t, policy, 'desk-request.decide', NOBODY)
    return withSystemSight(t, async () => {
      const rows = await selectDeskRequests(t.sql, { step: q.step, limit: q.pageSize, offset: (q.page - 1) * q.pageSize })
      const names = await people.namesOf(t, rows.map((row) => row.accountId))
      return { items: rows.map((row) => ({ ...row, by: names.get(row.accountId) ?? '' })), total: await countDeskRequests(t.sql, q.step) }
    })
  })
}
export async function getDeskRequest(ctx: Ctx, id: string): Promise<DeskRequestShown> {
  return read(ctx, 'desk-request.decide', async (t) => {
    assertMay(t, policy, 'desk-request.decide', NOBODY)
    return withSystemSight(t, async () => {
      const row = parseUuid(id) ? await selectDeskRequest(t.sql, id) : undefined
      if (!row) throw new Denial('not-found')
      return shown(t, row)
    })
  })
}
/** The cleaned copy of the paper of powers: for whoever asked and whoever decides. */
export async function openDeskPaper(ctx: Ctx, id: string): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const request = await read(ctx, 'desk-request.read-paper', async (t) => withSystemSight(t, async () => {
    const row = parseUuid(id) ? await selectDeskRequest(t.sql, id) : undefined
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'desk-request.read-paper', { accountId: row.accountId })
    return row
  }))
  return { name: request.fileName, mediaType: request.mediaType, bytes: await ctx.files.get(request.fileKey) }
}
