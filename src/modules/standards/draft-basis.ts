import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { assertDraft, chainOf, factsOf, lockVersion } from './bases.ts'
import { emptyStandard, noText, type BasisKind } from './domain/standard.ts'
import { policy } from './policy.ts'
import * as store from './store/basis-store.ts'

const PREFIX: Readonly<Record<BasisKind, string>> = { standard: 'PS-', requirements: 'QR-' }

/** The bodies at whose desks the actor sits. */
export async function bodiesOf(t: Tx): Promise<professions.SectorBody[]> {
  if (t.actor.kind !== 'person') return []
  const offices = t.actor.roles.filter((held) => held.role === 'sector-officer').map((held) => held.organisationId)
  const bodies = await inTurn([...new Set(offices)], (id) => professions.findSectorBodyOf(t.sql, id))
  return bodies.filter((body) => body !== undefined)
}

/** A sector officer opens a new document of his body. Its code is formed when it is placed on the platform. */
export async function draftBasis(ctx: Ctx, input: { kind: BasisKind; title: { kk: string; ru: string } }): Promise<Uuid> {
  return tx(ctx, 'basis.draft', async (t) => {
    const [body] = await bodiesOf(t)
    assertMay(t, policy, 'basis.draft', { organisationId: body && (await professions.findOrganisationOfBody(t.sql, body.code)) })
    if (!body) throw new Denial('standards.body-missing')
    if (input.title.kk === '' || input.title.ru === '') throw new Denial('standards.title-missing')
    let number = await store.selectNextNumber(t.sql, PREFIX[input.kind])
    const code = () => `${PREFIX[input.kind]}${String(number).padStart(4, '0')}`
    while ((await store.insertBasis(t.sql, code(), input.kind, t.now)) === 0) number++
    const content = input.kind === 'standard' ? emptyStandard() : { text: noText(), page: '', professions: [] }
    return openVersion(t, {
      code: code(), versionNo: 1, bodyCode: body.code, title: { ...input.title, en: '' }, act: { kk: '', ru: '' }, edition: '', page: '', validFrom: null, content,
      provenance: body.provenance === 'demonstration' ? 'demonstration' : 'platform',
    }, null)
  })
}

/** Opens the next version of a document: a copy of the last one, to be changed. */
export async function draftNextVersion(ctx: Ctx, code: string): Promise<Uuid> {
  try {
    return await tx(ctx, 'basis.draft', async (t) => {
      const versions = await store.selectVersionsOf(t.sql, code)
      const last = versions.find((each) => each.droppedAt === null)
      if (!last) throw new Denial('not-found')
      assertMay(t, policy, 'basis.draft', await factsOf(t, last))
      if (last.approvedAt === null) throw new Denial('standards.draft-open')
      const content = last.content ?? (last.kind === 'standard' ? emptyStandard() : { text: noText(), page: '', professions: [] })
      return openVersion(t, {
        code, versionNo: versions[0]!.versionNo + 1, bodyCode: last.bodyCode, title: last.title, act: { kk: '', ru: '' }, edition: '', page: '', validFrom: null, content,
        provenance: last.provenance === 'demonstration' ? 'demonstration' : 'platform',
      }, last.id)
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_draft_per_basis' || violatedConstraint(error) === 'one_basis_version_per_number') throw new Denial('standards.draft-open')
    throw error
  }
}

/** Gives up a draft: it is kept and shown to nobody, and another one may be opened. */
export async function dropBasis(ctx: Ctx, input: { versionId: string; revision: number }): Promise<void> {
  await tx(ctx, 'basis.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    assertDraft(version, input.revision)
    await store.markDropped(t.sql, version.id, t.now)
    await record(t, chainOf(version.id), 'basis-dropped', { code: version.code, versionNo: version.versionNo })
  })
}

async function openVersion(t: Tx, row: Omit<store.NewVersion, 'id' | 'authorId' | 'createdAt' | 'approvedAt'>, copiedFrom: Uuid | null): Promise<Uuid> {
  const id = t.newId()
  await store.insertVersion(t.sql, { ...row, id, authorId: accountOf(t.actor) ?? null, createdAt: t.now, approvedAt: null })
  await record(t, chainOf(id), 'basis-drafted', { code: row.code, versionNo: row.versionNo, copiedFrom })
  return id
}
