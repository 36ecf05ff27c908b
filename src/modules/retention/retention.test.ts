import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NormValue } from '#kernel/norms.ts'
import { addDays, addYears, day } from '#kernel/day.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import * as audit from '#modules/audit/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { verifyDocument } from '#modules/recognition-documents/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { aNormEdition } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { readDeletions, sweepRetention, tryRetention } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const setNorms = (values: Readonly<Record<string, NormValue>>, from: string) => aNormEdition(world, values, day(from))
/** A case closed at noon of the day, with a file, a letter and ways to reach its person. */
async function aClosedCase(closedOn: string): Promise<ExamCase & { file: uploads.Attachment }> {
  const exam = await anExamCase(world)
  const file = await uploads.receiveAttachment(world.as(exam.clerk), { caseId: exam.caseId as never, kind: 'other', name: 'Serik-diploma.png', bytes: PNG })
  await letterOf(exam.caseId)
  await close(exam.caseId, closedOn)
  return { ...exam, file }
}
async function letterOf(caseId: string): Promise<void> {
  await world.db.run("insert into letter (id, kind, case_id, lang, subject, body, created_at) values ($1, 'test', $2, 'kk', 'Тақырып', 'Мәтін', now())", [newUuid(world.clock.now()), caseId])
}
async function close(caseId: string, on: string): Promise<void> {
  await sys('update case_file set closed_at = $2 where id = $1', [caseId, `${on}T07:00:00Z`])
}
/** Past row-level security, as the system itself. */
async function sys(sql: string, values: unknown[] = []): Promise<void> {
  await world.db.begin((t) => t.run(sql, values as never), { 'tanu.scope': 'system', 'tanu.account_id': '', 'tanu.centre_ids': '{}' })
}
async function deletions(on: string): Promise<{ kind: string; counted: number; norm: string; edition: string; digest: Uint8Array }[]> {
  return world.db.many('select kind, counted, norm, edition, digest from retention_deletion where on_day = $1 order by kind', [on])
}
const lettersOf = async (caseId: string) => (await world.db.one<{ n: number }>('select count(*) as n from letter where case_id = $1', [caseId])).n
const rowOf = (id: string) => world.db.one<{ name: string; fileKey: string; originalKey: string; deletedOn: string | null; size: number }>('select name, file_key, original_key, deleted_on, size from attachment where id = $1', [id])

describe('the daily sweep', () => {
  it('keeps the file of a finished case on the last day of its years and deletes it on the day after, with a record and a line in the case', async () => {
    const kase = await aClosedCase('2026-03-10')
    world.at('2031-03-10 23:00')
    await sweepRetention(world.system())
    expect(await lettersOf(kase.caseId)).toBe(1)
    expect(await deletions('2031-03-10')).toEqual([])
    world.at('2031-03-11 09:00')
    expect(await tryRetention(world.system())).toMatchObject({ kinds: expect.arrayContaining([{ kind: 'case-file', norm: 'retention.fileYears', counted: 1 }]), unset: ['retention.draftDays', 'retention.quarantineDays', 'retention.signInDays'] })
    expect(await lettersOf(kase.caseId)).toBe(1)
    const before = await rowOf(kase.file.id)
    await sweepRetention(world.system())
    expect(await lettersOf(kase.caseId)).toBe(0)
    expect(await rowOf(kase.file.id)).toMatchObject({ name: '', fileKey: '', originalKey: '', deletedOn: '2031-03-11', size: before.size })
    const records = await deletions('2031-03-11')
    expect(records.map(({ kind, counted, norm }) => [kind, counted, norm])).toEqual(['case-file', 'case-letter'].map((kind) => [kind, 1, 'retention.fileYears']))
    // The digest can be made again from the row that stays.
    const proof = `${kase.file.id}:${Buffer.from(kase.file.sha256).toString('hex')}`
    expect(Buffer.from(records.find((each) => each.kind === 'case-file')!.digest).toString('hex')).toBe(createHash('sha256').update(proof).digest('hex'))
    expect((await kase.kinds()).at(-1)).toBe('file-deleted')
    await expect(uploads.openAttachment(world.as(kase.clerk), kase.file.id)).rejects.toMatchObject({ code: 'not-found' })
    // The bytes belong to nobody now.
    await uploads.sweepFiles(world.system(), -1000)
    await expect(world.files.get(before.fileKey)).rejects.toThrow()
    expect((await audit.verifyJournal(world.system())).broken).toEqual([])
  })

  it('does a day once: a second run deletes and writes nothing', async () => {
    await aClosedCase('2026-03-10')
    world.at('2031-03-11 22:00')
    expect(await sweepRetention(world.system())).toBe(0)
    world.at('2031-03-12 00:05')
    expect(await sweepRetention(world.system(), 1)).toBeGreaterThan(0)
    expect(await sweepRetention(world.system())).toBe(0)
  })

  it('stops at a case with an open complaint, appeal or annulment, and at a document still valid', async () => {
    const kases = [await aClosedCase('2026-03-10'), await aClosedCase('2026-03-10'), await aClosedCase('2026-03-10')] as const
    const child = async (of: ExamCase, kind: 'complaint' | 'appeal') => {
      const id = newUuid(world.clock.now())
      await sys(`insert into case_file (id, number, kind, parent_case_id, centre_id, person_id, account_id, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at)
        select $2, $3, $4, id, centre_id, person_id, account_id, 'lodged', 'centre', norm_edition, calendar_version, opened_at, opened_on, moved_at from case_file where id = $1`, [of.caseId, id, `${kind}-${id.slice(-6)}`, kind])
      return id
    }
    const complaint = await child(kases[0], 'complaint')
    const appeal = await child(kases[1], 'appeal')
    world.at('2031-04-01 09:00')
    expect((await tryRetention(world.system())).held).toMatchObject({ 'complaint-open': 1, 'appeal-open': 1 })
    await sweepRetention(world.system())
    expect(await Promise.all(kases.map((kase) => lettersOf(kase.caseId)))).toEqual([1, 1, 0])
    // Decided, the years run anew from that day, for the whole of it.
    await close(complaint, '2031-04-02')
    await close(appeal, '2026-03-20')
    world.at('2031-04-03 09:00')
    await sweepRetention(world.system())
    expect([await lettersOf(kases[0].caseId), await lettersOf(kases[1].caseId)]).toEqual([1, 0])
    world.at('2036-04-03 09:00')
    await sweepRetention(world.system())
    expect(await lettersOf(kases[0].caseId)).toBe(0)
  })
})

describe('the file behind a document of recognition', () => {
  it('is kept while the document is valid, and while its annulment is proposed; then phone, address and letters go, and the document stays', async () => {
    const exam = await aDecidedCase(world, 'pass')
    await close(exam.caseId, '2026-05-01')
    const stranger = newUuid(world.clock.now())
    await world.db.run("insert into person (id, iin_cipher, iin_index, iin_last_four, surname, given_name, birth_on, phone, address, created_at) select $1, iin_cipher, $2, iin_last_four, surname, given_name, birth_on, '+7', 'Алматы', created_at from person where id = $3", [stranger, Buffer.from(stranger), exam.candidate.personId])
    await sys('update case_file set person_id = $2 where id = $1', [exam.caseId, stranger])
    const document = (await world.db.begin((t) => t.one<{ id: string; number: string; issuedBy: string }>('select id, number, issued_by from recognition_document where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' }))
    await sys("update recognition_document set valid_until = '2033-04-01' where id = $1", [document.id])
    const phone = async () => (await world.db.begin((t) => t.one<{ phone: string; address: string }>('select phone, address from application where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' }))
    world.at('2033-04-01 09:00')
    expect((await tryRetention(world.system())).held).toMatchObject({ 'document-valid': 1 })
    await sweepRetention(world.system())
    expect(await phone()).toEqual({ phone: '+7 700 000 00 00', address: 'Алматы' })
    await sys("insert into annulment (id, document_id, ground, note, proposed_by, proposed_at) values ($1, $2, 'court', 'x', $3, now())", [newUuid(world.clock.now()), document.id, document.issuedBy])
    world.at('2033-04-02 09:00')
    await sweepRetention(world.system())
    expect(await phone()).toEqual({ phone: '+7 700 000 00 00', address: 'Алматы' })
    await sys('update annulment set decided_by = $2, decided_at = now(), approved = false where document_id = $1', [document.id, exam.clerk.accountId])
    world.at('2033-04-03 09:00')
    await sweepRetention(world.system())
    expect(await phone()).toEqual({ phone: '', address: '' })
    expect(await world.db.one('select phone, address, surname is not null as named from person where id = $1', [stranger])).toEqual({ phone: null, address: null, named: true })
    expect((await deletions('2033-04-03')).map((each) => each.kind)).toEqual(expect.arrayContaining(['case-contact', 'case-letter', 'person-contact']))
    expect((await verifyDocument(world.system(), document.number)).status).toBe('expired')
    expect((await exam.kinds()).at(-1)).toBe('file-deleted')
  })
})

describe('what has a norm of its own', () => {
  it('deletes drafts never sent, forgets originals and sign-ins, each by its norm, and nothing while the norm is not set', async () => {
    const exam = await anExamCase(world)
    world.at('2036-05-01 10:00')
    const [kept, old] = [newUuid(world.clock.now()), newUuid(world.clock.now())]
    for (const [id, at] of [[old, '2036-03-31T18:59:59Z'], [kept, '2036-03-31T19:00:00Z']] as const) {
      const owner = await world.aPerson()
      await world.db.run("insert into application_draft (id, account_id, profession_code, data, updated_at) values ($1, $2, $3, '{}', $4)", [id, owner.accountId, exam.professionCode, at])
    }
    const file = await uploads.receiveAttachment(world.as(exam.clerk), { caseId: exam.caseId as never, kind: 'other', name: 'a.png', bytes: PNG })
    const session = newUuid(world.clock.now())
    await world.db.run("insert into sign_in_session (id, token_hash, account_id, created_at, rotated_at, seen_at, expires_at, device) values ($1, $2, $3, now(), now(), now(), now() - interval '40 days', 'x')", [session, Buffer.from(session), exam.clerk.accountId])
    await sweepRetention(world.system())
    expect((await deletions('2036-05-01')).map((each) => each.kind)).toEqual([])
    const edition = await setNorms({ 'retention.draftDays': 31, 'retention.quarantineDays': 1, 'retention.signInDays': 30 }, '2036-05-02')
    world.at('2036-05-02 10:00')
    await sweepRetention(world.system())
    expect((await deletions('2036-05-02')).map(({ kind, counted, edition: under }) => [kind, counted, under])).toEqual([['draft', 1, edition], ['sign-in-session', 1, edition]])
    expect(await world.db.many('select id from application_draft where id = any($1::uuid[])', [[kept, old]])).toEqual([{ id: kept }])
    world.at('2036-05-03 10:00')
    await sweepRetention(world.system())
    expect((await deletions('2036-05-03')).map(({ kind, counted }) => [kind, counted])).toEqual([['draft', 1], ['original', 1]])
    expect(await rowOf(file.id)).toMatchObject({ name: 'a.png', fileKey: file.fileKey, originalKey: file.fileKey, deletedOn: null })
    expect((await uploads.openAttachment(world.as(exam.clerk), file.id)).bytes.length).toBeGreaterThan(0)
  })
})

describe('the record of what was deleted', () => {
  it('is read by auditor and ministry, by nobody else, and cannot be changed', async () => {
    const { clerk } = await anExamCase(world)
    await expect(readDeletions(world.as(clerk), 1, 50)).rejects.toMatchObject({ code: 'not-found' })
    const auditor = await world.anOfficial('auditor')
    world.at('2036-05-03 11:00')
    const view = await readDeletions(world.as(auditor), 1, 50)
    expect(view.rows[0]).toMatchObject({ onDay: '2036-05-03' })
    expect(view.last?.onDay).toBe('2036-05-03')
    await expect(world.db.run('delete from retention_deletion')).rejects.toThrow()
    await expect(world.db.run('update retention_deletion set counted = 9')).rejects.toThrow()
  })

  it('is only tried on the norms desk: what another value would delete is counted, and nothing goes', async () => {
    const kase = await aClosedCase('2026-03-10')
    world.at('2029-06-01 09:00')
    const officer = await world.anOfficial('ministry')
    const before = await tryRetention(world.as(officer), { only: ['retention.fileYears'] })
    const own = await world.system().law.normsInForce(world.db, day('2029-06-01'))
    const after = await tryRetention(world.as(officer), { edition: { ...own, norms: own.norms.map((norm) => (norm.key === 'retention.fileYears' ? { ...norm, value: 3 } : norm)) }, on: addDays(addYears(day('2026-03-10'), 3), 1), only: ['retention.fileYears'] })
    const filesIn = (trial: typeof after) => trial.kinds.find((each) => each.kind === 'case-file')?.counted
    expect([filesIn(before), filesIn(after)]).toEqual([0, 1])
    expect(await lettersOf(kase.caseId)).toBe(1)
  })
})
