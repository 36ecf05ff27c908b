import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { listViews, listViewsOfOwnCase, readJournal, recordView, verifyJournal } from './index.ts'

let world: TestWorld
let exam: ExamCase
let auditor: PersonActor
const all = { chain: '', kind: '', actor: '', from: undefined, until: undefined }
beforeAll(async () => {
  world = await openTestWorld()
  exam = await anExamCase(world)
  await exam.notified()
  auditor = await world.anOfficial('auditor')
}, 60_000)
afterAll(() => world.drop())

describe('the journal', () => {
  it('is read by the auditor and by nobody else', async () => {
    for (const actor of [exam.clerk, exam.candidate]) await expect(readJournal(world.as(actor), all, undefined, 10)).rejects.toMatchObject({ code: 'not-found' })
    expect((await readJournal(world.as(auditor), all, undefined, 10)).lines).toHaveLength(10)
  })

  it('shows the acts of one case in words of people, and proves that its chain is whole', async () => {
    const view = await readJournal(world.as(auditor), { ...all, chain: exam.number.toLowerCase() }, undefined, 50)
    expect(view.lines.map((line) => line.kind)).toContain('notification-sent')
    expect(view.lines.every((line) => line.caseNumber === exam.number)).toBe(true)
    expect(view.lines.find((line) => line.kind === 'notification-sent')!.actorName).toContain('Ыдырысова')
    expect(view.chainBreak).toEqual({ length: view.lines.length, at: null })
  })

  it('turns its pages without a gap and without showing a line twice', async () => {
    const seen: string[] = []
    for (let before: string | undefined; ;) {
      const page = await readJournal(world.as(auditor), all, before, 7)
      seen.push(...page.lines.map((line) => line.id))
      if (!page.next) break
      before = page.next
    }
    const count = await world.db.one<{ count: number }>('select count(*) as count from journal_entry')
    expect(new Set(seen).size).toBe(count.count)
    expect(seen.length).toBe(count.count)
  })

  it('says of a case that does not exist that there is none, and takes no wrong place for the first page', async () => {
    expect(await readJournal(world.as(auditor), { ...all, chain: '2026-99-999999-Z' }, undefined, 10)).toMatchObject({ lines: [], unknownCase: true })
    for (const before of ['not-an-id', '00000000-0000-7000-8000-000000000000']) await expect(readJournal(world.as(auditor), all, before, 5)).rejects.toMatchObject({ code: 'filter.wrong', data: { filter: 'before' } })
  })

  it('is walked whole, chain by chain', async () => {
    const found = await verifyJournal(world.as(auditor))
    expect(found.broken).toEqual([])
    expect(found.entries).toBe((await world.db.one<{ count: number }>('select count(*) as count from journal_entry')).count)
  })
})

describe('a look at a case', () => {
  it('leaves a trace once an hour, seen by the auditor and the candidate himself', async () => {
    await recordView(world.as(exam.clerk), exam.number)
    await recordView(world.as(exam.clerk), exam.number)
    expect((await listViews(world.as(auditor), { caseNumber: exam.number, account: '' }, 1, 10)).total).toBe(1)
    expect(await listViewsOfOwnCase(world.as(exam.candidate), exam.number)).toHaveLength(1)
    world.at('2026-03-05 13:00')
    await recordView(world.as(exam.clerk), exam.number)
    expect((await listViews(world.as(auditor), { caseNumber: exam.number, account: exam.clerk.accountId }, 1, 10)).total).toBe(2)
  })

  it('is not recorded of a stranger, for he sees nothing', async () => {
    const stranger = await world.aPerson()
    await expect(recordView(world.as(stranger), exam.number)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listViews(world.as(exam.clerk), { caseNumber: '', account: '' }, 1, 10)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listViewsOfOwnCase(world.as(stranger), exam.number)).rejects.toMatchObject({ code: 'not-found' })
  })
})
