import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import * as people from '#modules/people/index.ts'
import { anAccreditationCast, fillWhole, versionOf, type AccreditationCast } from '../../../../test/support/accreditation.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { describePotentialCentre, enterPotentialCentre, finishNextStep, listPotentialCentres, movePotentialCentre, noteOnPotentialCentre, openApplication, planNextStep, readPotentialCentre, submitApplication } from '../index.ts'

let world: TestWorld
let cast: AccreditationCast
beforeAll(async () => {
  world = await openTestWorld()
  cast = await anAccreditationCast(world)
})
afterAll(() => world.drop())

const bare = { bin: '', regionKato: '', contact: '', professions: [] }

describe('the pipeline of potential centres', () => {
  it('begins with the eight names of the slides, and nothing is known of them but that work goes on', async () => {
    const { rows } = await listPotentialCentres(world.as(cast.accreditor))
    expect(rows.map((row) => row.name).sort()).toHaveLength(8)
    expect(new Set(rows.map((row) => JSON.stringify([row.bin, row.regionKato, row.contact, row.professions, row.nextStep, row.state, row.provenance])))).toEqual(new Set([JSON.stringify([null, null, '', [], '', 'talks', 'slides'])]))
  })

  it('is written by the accrediting body and the ministry, read by the overseers, and by nobody else', async () => {
    const [ministry, national, auditor] = [await world.anOfficial('ministry'), await world.anOfficial('national-body'), await world.anOfficial('auditor')]
    const id = await enterPotentialCentre(world.as(ministry), { ...bare, name: 'Read and written' })
    for (const reader of [national, auditor]) {
      expect((await readPotentialCentre(world.as(reader), id)).mayWrite).toBe(false)
      await expect(enterPotentialCentre(world.as(reader), { ...bare, name: 'No' })).rejects.toMatchObject({ code: 'not-found' })
      await expect(noteOnPotentialCentre(world.as(reader), { id, version: 1, body: 'No' })).rejects.toMatchObject({ code: 'not-found' })
    }
    for (const stranger of [cast.applicant, cast.officer, cast.expert, await world.aPerson()]) await expect(listPotentialCentres(world.as(stranger))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps notes with their day, never rewritten, and tells the second of two people', async () => {
    const ctx = world.as(cast.accreditor)
    const id = await enterPotentialCentre(ctx, { ...bare, name: 'Two people' })
    await noteOnPotentialCentre(ctx, { id, version: 1, body: 'First call' })
    await expect(noteOnPotentialCentre(ctx, { id, version: 1, body: 'Late' })).rejects.toMatchObject({ code: 'potential-centre.changed-meanwhile' })
    await planNextStep(ctx, { id, version: 2, what: 'Visit', on: day('2026-03-05'), responsible: cast.accreditor.accountId })
    await finishNextStep(ctx, { id, version: 3, outcome: 'Shown the workshop' })
    await movePotentialCentre(ctx, { id, version: 4, state: 'dropped', reason: 'No premises' })
    const view = await readPotentialCentre(ctx, id)
    expect(view.notes.map((note) => note.body)).toEqual(['No premises', 'Visit — Shown the workshop', 'First call'])
    expect([view.row.nextStep, view.row.state, view.row.droppedReason]).toEqual(['', 'dropped', 'No premises'])
    expect(view.history.map((entry) => entry.kind.replace('potential-centre-', ''))).toEqual(['moved', 'step-done', 'step-planned', 'noted', 'entered'])
    await expect(planNextStep(ctx, { id, version: 5, what: 'x', on: day('2026-03-05'), responsible: cast.accreditor.accountId })).rejects.toMatchObject({ code: 'potential-centre.dropped' })
    await expect(world.db.run("update potential_centre_note set body = 'other'")).rejects.toThrow(/permission denied/)
    await expect(world.db.run('delete from potential_centre_note')).rejects.toThrow(/permission denied/)
  })

  it('puts overdue next steps first, and finds by name, region, profession and person', async () => {
    const code = await world.aProfession()
    const ctx = world.as(cast.accreditor)
    const id = await enterPotentialCentre(ctx, { ...bare, name: 'Ұста мектебі', regionKato: '150000000', professions: [code] })
    await planNextStep(ctx, { id, version: 1, what: 'Call', on: day('2026-03-03'), responsible: cast.accreditor.accountId })
    world.at('2026-03-06 10:00')
    expect((await listPotentialCentres(ctx)).rows[0]).toMatchObject({ id, lateness: { state: 'overdue' } })
    for (const search of [{ text: 'ұСТА' }, { region: '150000000' }, { profession: code }, { responsible: cast.accreditor.accountId }]) expect((await listPotentialCentres(ctx, search)).rows.map((row) => row.id)).toEqual([id])
    expect((await listPotentialCentres(ctx, { region: '150000000', state: 'talks' })).rows).toEqual([])
    await expect(enterPotentialCentre(ctx, { ...bare, name: 'x', professions: ['K-NONE'] })).rejects.toMatchObject({ code: 'potential-centre.profession-unknown' })
    world.at('2026-03-02 10:00')
  })

  it('is tied by BIN to the case that the organisation opens, and has applied when the application went in', async () => {
    const ctx = world.as(cast.accreditor)
    const { bin } = await people.getOrganisation(world.db, cast.applicantId)
    const id = await enterPotentialCentre(ctx, { ...bare, name: 'By BIN', bin: bin! })
    await expect(enterPotentialCentre(ctx, { ...bare, name: 'Twice', bin: bin! })).rejects.toMatchObject({ code: 'potential-centre.bin-taken' })
    const caseId = await openApplication(world.as(cast.applicant), { organisationId: cast.applicantId, regionKato: cast.region })
    expect(await readPotentialCentre(ctx, id)).toMatchObject({ row: { state: 'preparing-papers', caseId }, kase: { id: caseId, step: 'draft' } })
    await expect(movePotentialCentre(ctx, { id, version: 2, state: 'talks', reason: '' })).rejects.toMatchObject({ blockers: [{ code: 'potential-centre.case-open' }] })
    await fillWhole(world, cast.applicant, caseId, [await world.aProfession()])
    await submitApplication(world.as(cast.applicant), { caseId, version: await versionOf(world, caseId) })
    expect((await readPotentialCentre(ctx, id)).row.state).toBe('applied')
  })

  it('is tied to a case that was there before its BIN became known', async () => {
    const ctx = world.as(cast.accreditor)
    const { bin } = await people.getOrganisation(world.db, cast.applicantId)
    const old = await world.db.one<{ id: string; version: number }>('select id, version from potential_centre where bin = $1', [bin])
    await describePotentialCentre(ctx, { ...bare, id: old.id, version: old.version, name: 'By BIN' })
    await world.db.run('update potential_centre set case_id = null, state = $2 where id = $1', [old.id, 'talks'])
    const id = await enterPotentialCentre(ctx, { ...bare, name: 'Known later' })
    await describePotentialCentre(ctx, { ...bare, id, version: 1, name: 'Known later', bin: bin! })
    expect((await readPotentialCentre(ctx, id)).row.state).toBe('applied')
  })
})
