import { addDays, addMonths, day } from '#kernel/day.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#platform/acts/tx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import { aDecidedCase, aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { decideAnnulment, findDocumentOfCase, issueDocument, listOpenAnnulments, proposeAnnulment, readResult, remindOfExpiry, sendFailNotice, verifyDocument } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function decided(outcome: 'pass' | 'fail'): Promise<DecidedCase> {
  const exam = await aHeldCase(world, outcome)
  world.at('2026-03-26 17:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: outcome, note: '' })
  await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
  return exam
}
const anybody = () => world.context({ kind: 'anonymous' }, 'kk')
const documentOf = (exam: DecidedCase) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
  return (await findDocumentOfCase(t, exam.caseId))!
})

describe('the document of recognition', () => {
  it('is issued by the head alone, never to himself, after a decision of passing, and only once', async () => {
    const exam = await decided('pass')
    const version = await exam.version()
    await expect(issueDocument(world.as(exam.clerk), { number: exam.number, version })).rejects.toMatchObject({ code: 'not-found' })
    const own = (accountId: string) => world.db.begin((sql) => sql.run('update case_file set account_id = $2 where id = $1', [exam.caseId, accountId]), { 'tanu.scope': 'system' })
    await own(exam.head.accountId)
    await expect(issueDocument(world.as(exam.head), { number: exam.number, version })).rejects.toMatchObject({ code: 'not-found' })
    await own(exam.candidate.accountId)
    await issueDocument(world.as(exam.head), { number: exam.number, version })
    await expect(issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })).rejects.toMatchObject({ code: 'document.not-issuable' })
    expect(await exam.step()).toBe('document-issued')
    const failed = await decided('fail')
    await expect(issueDocument(world.as(failed.head), { number: failed.number, version: await failed.version() })).rejects.toMatchObject({ code: 'document.not-issuable' })
  })

  it('says in English too what it says in its two languages, where the norms of its case want it', async () => {
    const printed = async (exam: DecidedCase) => (await world.db.begin((sql) => sql.many<{ english: Record<string, string> | null }>("select data->'english' as english from paper where case_id = $1 and kind = 'recognition-document'", [exam.caseId]), { 'tanu.scope': 'system' })).map((row) => row.english)
    const plain = await decided('pass')
    await issueDocument(world.as(plain.head), { number: plain.number, version: await plain.version() })
    expect(await printed(plain)).toEqual([null])
    const exam = await decided('pass')
    await pinNorms(world, exam.caseId, { 'document.languages': 'kk ru en' })
    await issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })
    const [english] = await printed(exam)
    const { profession } = await readResult(world.as(exam.clerk), exam.number)
    expect(english).toMatchObject({ profession: profession.name.en ?? profession.name.kk, level: 'level 4, NQF', scope: 'the whole profession', issuedOn: '26 March 2026', verifyAddress: expect.stringMatching(/\/en\/verify$/) })
    expect([english!['centre'], english!['decision']].filter((text) => !text || /\{|undefined/.test(text))).toEqual([])
  })

  it('keeps the validity that the register gave on the day: valid on its last day, expired on the next', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const document = await documentOf(exam)
    const { profession } = await readResult(world.as(exam.clerk), exam.number)
    expect(document.validUntil).toBe(profession.validityMonths === null ? null : addMonths(day('2026-03-26'), profession.validityMonths))
    await world.db.run("update profession_version set validity_months = 1 where code = $1", [exam.professionCode])
    expect((await documentOf(exam)).validUntil).toBe(document.validUntil)
    if (document.validUntil === null) throw new Error('the profession of the test has a validity')
    world.at(`${document.validUntil} 23:59`)
    expect(await verifyDocument(anybody(), document.number)).toMatchObject({ status: 'valid' })
    const next = new Date(`${document.validUntil}T00:00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    world.at(`${next.toISOString().slice(0, 10)} 00:01`)
    expect(await verifyDocument(anybody(), document.number)).toMatchObject({ status: 'expired' })
    world.at('2026-03-26 18:00')
  })

  it('says to strangers no more than is needed, and answers unknown and mistyped alike', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { number } = await documentOf(exam)
    const seen = await verifyDocument(anybody(), number.toLowerCase().replaceAll('-', ' '))
    expect(seen).toMatchObject({ number, status: 'valid', document: { holder: 'Нұрлан Е. С.' } })
    expect(JSON.stringify(seen)).not.toMatch(/Сейітқали|1990-05-17|\+7|\d{12}/)
    expect(await verifyDocument(anybody(), 'ABCD-EFGH-JKMN-P')).toMatchObject({ status: 'unknown' })
    expect(await verifyDocument(anybody(), '<script>')).toMatchObject({ status: 'unknown' })
  })

  it('is annulled by two people with a ground, stays in the register, and tells everybody who checks it', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { number } = await documentOf(exam)
    await expect(proposeAnnulment(world.as(exam.clerk), { documentNumber: number, ground: 'court-decision', note: 'Сот' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(proposeAnnulment(world.as(exam.head), { documentNumber: number, ground: 'whim', note: '' })).rejects.toMatchObject({ code: 'annulment.not-possible' })
    // A lost accreditation takes no document away.
    await expect(proposeAnnulment(world.as(exam.head), { documentNumber: number, ground: 'accreditation-void', note: 'Аккредиттеу жойылды' })).rejects.toMatchObject({ code: 'annulment.not-possible' })
    await proposeAnnulment(world.as(exam.head), { documentNumber: number, ground: 'court-decision', note: 'Сот шешімі № 12' })
    expect(await verifyDocument(anybody(), number)).toMatchObject({ status: 'valid' })
    await expect(decideAnnulment(world.as(exam.head), { documentNumber: number, approve: true })).rejects.toMatchObject({ code: 'annulment.own-proposal' })
    const official = await world.anOfficial('national-body')
    expect((await listOpenAnnulments(world.as(official))).filter((each) => each.number === number)).toMatchObject([{ caseNumber: exam.number, ground: 'court-decision', note: 'Сот шешімі № 12', own: false }])
    await expect(listOpenAnnulments(world.as(exam.head))).rejects.toMatchObject({ code: 'not-found' })
    await decideAnnulment(world.as(official), { documentNumber: number, approve: true })
    expect(await verifyDocument(anybody(), number)).toMatchObject({ status: 'annulled' })
    await expect(decideAnnulment(world.as(official), { documentNumber: number, approve: true })).rejects.toMatchObject({ code: 'annulment.none-proposed' })
    const letter = await world.db.one<{ body: string }>("select body from letter where case_id = $1 and kind = 'document-annulled'", [exam.caseId])
    expect(letter.body).toContain('Негізі: Сот шешімі.')
  })

  it('says the same to whoever may not decide on its annulment, whether one was proposed or not, even by himself', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { number } = await documentOf(exam)
    const official = await world.anOfficial('ministry')
    const others = [exam.clerk, exam.assessor, exam.candidate, await world.aStaffMember((await world.aCentre()).id, ['centre-head'])]
    const refused = async () => { for (const other of others) await expect(decideAnnulment(world.as(other), { documentNumber: number, approve: true })).rejects.toMatchObject({ code: 'not-found' }) }
    await expect(decideAnnulment(world.as(official), { documentNumber: number, approve: true })).rejects.toMatchObject({ code: 'annulment.none-proposed' })
    await refused()
    const proposer = await world.aStaffMember(exam.centre.id, ['centre-head'])
    await proposeAnnulment(world.as(proposer), { documentNumber: number, ground: 'court-decision', note: 'Сот шешімі № 12' })
    await refused()
    // The head who has proposed, and is no head any more, has no business with it.
    const former = { ...proposer, roles: [] }
    await expect(decideAnnulment(world.as(former), { documentNumber: number, approve: true })).rejects.toMatchObject({ code: 'not-found' })
    await expect(decideAnnulment(world.as(proposer), { documentNumber: number, approve: true })).rejects.toMatchObject({ code: 'annulment.own-proposal' })
    expect(await verifyDocument(anybody(), number)).toMatchObject({ status: 'valid' })
  })

  it('is annulled only on the grounds in the norms of its case', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { number } = await documentOf(exam)
    await pinNorms(world, exam.caseId, { 'document.annulmentGrounds': 'court' })
    const propose = (ground: string) => proposeAnnulment(world.as(exam.head), { documentNumber: number, ground, note: 'Сот шешімі № 12' })
    await expect(propose('forged-papers')).rejects.toMatchObject({ code: 'annulment.not-possible', blockers: [{ code: 'annulment.ground-unknown' }] })
    await propose('court-decision')
    expect((await exam.kinds()).filter((kind) => kind === 'annulment-proposed')).toHaveLength(1)
  })

  it('is proposed for annulment once, although two heads press at the same moment', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { number } = await documentOf(exam)
    const other = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const both = await Promise.allSettled([exam.head, other].map((head) => proposeAnnulment(world.as(head), { documentNumber: number, ground: 'forged-papers', note: 'Диплом жалған' })))
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the end of a validity', () => {
  it('is told to the holder 90 and 30 days before, each once, and never of an annulled document', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { number, validUntil } = await documentOf(exam)
    const letters = async () => (await world.db.many<{ subject: string }>("select subject from letter where case_id = $1 and kind = 'expiry-ahead'", [exam.caseId])).length
    const sweepAt = async (daysBefore: number) => {
      world.at(`${addDays(validUntil!, -daysBefore)} 10:00`)
      while ((await remindOfExpiry(world.system())) > 0);
      return letters()
    }
    expect([await sweepAt(91), await sweepAt(90), await sweepAt(89), await sweepAt(31), await sweepAt(30), await sweepAt(29), await sweepAt(0), await sweepAt(-1)]).toEqual([0, 1, 1, 1, 2, 2, 2, 2])
    expect((await exam.kinds()).filter((kind) => kind === 'expiry-reminded')).toHaveLength(2)
    expect((await world.db.many<{ body: string }>("select body from letter where case_id = $1 and kind = 'expiry-ahead'", [exam.caseId])).every(({ body }) => body.includes(number) && body.includes(`/apply/${exam.professionCode}`))).toBe(true)
    world.at('2026-03-26 17:00')
    const annulled = await aDecidedCase(world, 'pass')
    const document = await documentOf(annulled)
    await proposeAnnulment(world.as(annulled.head), { documentNumber: document.number, ground: 'forged-papers', note: 'Диплом жалған' })
    await decideAnnulment(world.as(await world.anOfficial('ministry')), { documentNumber: document.number, approve: true })
    world.at(`${addDays(document.validUntil!, -30)} 10:00`)
    await remindOfExpiry(world.system())
    expect(await world.db.many("select 1 from letter where case_id = $1 and kind = 'expiry-ahead'", [annulled.caseId])).toEqual([])
  })

  it('is told once to a holder whose document is already within the last days, and by two workers at once only once', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const { validUntil } = await documentOf(exam)
    world.at(`${addDays(validUntil!, -5)} 10:00`)
    await Promise.all([remindOfExpiry(world.system()), remindOfExpiry(world.system())])
    expect(await world.db.many("select 1 from letter where case_id = $1 and kind = 'expiry-ahead'", [exam.caseId])).toHaveLength(1)
    world.at('2026-03-26 17:00')
  })
})

describe('the failure notice', () => {
  it('has the decision, the right to retake and recommendations drafted from what failed, and is not sent without them', async () => {
    const exam = await decided('fail')
    const { draft, version } = await readResult(world.as(exam.clerk), exam.number)
    expect(draft).toContain('Тақырып')
    await expect(sendFailNotice(world.as(exam.clerk), { number: exam.number, version, recommendations: '  ' })).rejects.toMatchObject({ code: 'fail-notice.recommendations-missing' })
    await expect(sendFailNotice(world.as(exam.invigilator), { number: exam.number, version, recommendations: draft })).rejects.toMatchObject({ code: 'not-found' })
    await sendFailNotice(world.as(exam.clerk), { number: exam.number, version, recommendations: draft })
    await expect(sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: draft })).rejects.toMatchObject({ code: 'case.not-at-this-step' })
    expect(await exam.step()).toBe('fail-notice-sent')
    expect(await exam.kinds()).toEqual(expect.arrayContaining(['fail-notice-sent', 'result-delivered']))
  })

  it('names the price of the stages that would be taken again today: a stage passed too long ago is credited no more', async () => {
    for (const [at, price] of [['2026-03-27 10:00', '20 000 ₸'], ['2026-09-26 10:00', '20 000 ₸'], ['2026-09-28 10:00', '25 000 ₸']] as const) {
      const exam = await aHeldCase(world, 'pass')
      await world.db.begin((sql) => sql.run('update practice_run set passed = false where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' })
      world.at('2026-03-26 17:00')
      await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
      for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'fail', note: '' })
      await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
      world.at(at)
      await sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Қайталаңыз.' })
      const [paper] = await world.db.begin((sql) => sql.many<{ price: string }>("select data->'retake'->>'price' as price from paper where case_id = $1 and kind = 'fail-notice'", [exam.caseId]), { 'tanu.scope': 'system' })
      expect([at, paper!.price.replace(/\s/g, ' ')]).toEqual([at, price])
    }
  })
})
