import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { confirmBriefing, findPackPaper, holdBriefing, makePack, postponeExam, readPack, sendNotification } from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

describe('the pack of a sitting', () => {
  it('shows who is called, where each sits, a masked IIN, and what is acknowledged already', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    const { theory } = await exam.notified()
    await sendNotification(world.as(exam.clerk), { number: beside.number, version: await beside.version(), sittings: { theory, practice: await beside.sitting('practice', '2026-03-26', '16:00', '18:00') } })
    await holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation'] })
    const pack = await readPack(world.as(exam.invigilator), theory)
    expect(pack.people.map((each) => each.seat)).toEqual([1, 3])
    expect(new Set(pack.people.map((each) => each.caseNumber))).toEqual(new Set([exam.number, beside.number]))
    expect(pack.people.find((each) => each.caseNumber === exam.number)).toMatchObject({ iinLastFour: expect.stringMatching(/^\d{4}$/), familiarisedAt: expect.any(String), briefedAt: null })
    expect(pack.plan.flat()).toHaveLength(12)
    // Ids may end in twelve digits by chance.
    expect(JSON.stringify(pack).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '')).not.toMatch(/\d{12}/)
  })

  it('is for those who hold the sitting: the invigilator named to it and the desk that prints it, not an assessor of another sitting, nor a stranger', async () => {
    const exam = await anExamCase(world)
    const { theory, practice } = await exam.notified()
    const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const other = await anExamCase(world)
    for (const who of [exam.assessor, exam.candidate, other.invigilator, other.clerk]) await expect(readPack(world.as(who), theory)).rejects.toMatchObject({ code: 'not-found' })
    for (const [who, sitting] of [[exam.invigilator, theory], [head, theory], [exam.clerk, theory], [exam.assessor, practice], [exam.invigilator, practice]] as const) expect((await readPack(world.as(who), sitting)).people).toHaveLength(1)
    await expect(readPack(world.as(exam.invigilator), 'x')).rejects.toMatchObject({ code: 'not-found' })
    await expect(makePack(world.as(exam.assessor), { sittingId: theory })).rejects.toMatchObject({ code: 'not-found' })
    await makePack(world.as(head), { sittingId: theory })
    await expect(findPackPaper(world.as(exam.assessor), theory, 1)).rejects.toMatchObject({ code: 'not-found' })
    await expect(findPackPaper(world.as(head), theory, 2)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is frozen as it was printed; a list that changed is a pack of its own number, and nobody prints an empty one', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    const both = await Promise.all([makePack(world.as(exam.invigilator), { sittingId: theory }), makePack(world.as(exam.invigilator), { sittingId: theory })])
    expect(both.map((each) => each.number).sort()).toEqual([1, 2])
    const { paperId } = await findPackPaper(world.as(exam.invigilator), theory, 1)
    const [{ data }] = (await world.db.begin((t) => t.many<{ data: unknown }>('select data from paper where id = $1', [paperId]), { 'tanu.scope': 'system' })) as [{ data: { people: { iin: string; caseNumber: string }[]; emergency: unknown[]; number: string } }]
    expect([data.number, data.people.map((each) => each.caseNumber), data.people[0]!.iin.slice(0, 8), data.emergency.length]).toEqual(['26.03.2026/1', [exam.number], '••••••••', 7])
    expect(data).not.toHaveProperty('coveredFaces')
    world.at('2026-03-19 10:00')
    await postponeExam(world.as(exam.candidate), { number: exam.number, version: await exam.version(), kind: 'candidate', note: 'Іссапар', paper: '' })
    await expect(makePack(world.as(exam.invigilator), { sittingId: theory })).rejects.toMatchObject({ code: 'pack.nobody' })
    expect((await readPack(world.as(exam.invigilator), theory)).packs.map((each) => each.number)).toEqual([2, 1])
  })

  it('prints whose face is compared apart beside the list of identities, as the page does, and of nobody else', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    await world.db.begin((sql) => sql.run("insert into accommodation (id, case_id, kind, answer, answered_by, answered_at) values (gen_random_uuid(), $1, 'covered-face', 'granted', $2, now())", [exam.caseId, exam.clerk.accountId]), { 'tanu.scope': 'system' })
    const name = (await readPack(world.as(exam.invigilator), theory)).people[0]!.name
    await makePack(world.as(exam.invigilator), { sittingId: theory })
    const { paperId } = await findPackPaper(world.as(exam.invigilator), theory, 1)
    const [{ data }] = (await world.db.begin((t) => t.many<{ data: unknown }>('select data from paper where id = $1', [paperId]), { 'tanu.scope': 'system' })) as [{ data: { coveredFaces: Record<'kk' | 'ru', string> } }]
    expect([data.coveredFaces.kk.startsWith(`${name}. Беті діни себеппен жабық`), data.coveredFaces.ru.includes('отдельно от других')]).toEqual([true, true])
  })
})
