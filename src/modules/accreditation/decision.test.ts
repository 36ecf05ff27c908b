import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { personActor } from '#modules/people/index.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { pressPaper } from '#platform/pdf/paper-press.ts'
import { closePdf } from '#platform/pdf/render-pdf.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import * as centres from '#modules/centres/index.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anAccreditationCase, type AccreditationFolder } from '../../../test/support/accreditation-case.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as accreditation from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(async () => {
  await closePdf()
  await world.drop()
})

const again = async (actor: PersonActor) => (await personActor(world, actor.accountId))!
/** A case in which the commission granted everything. */
async function granted(folder: AccreditationFolder): Promise<AccreditationFolder> {
  await folder.answer()
  await folder.call()
  await folder.votes(folder.lines.map(() => 'granted' as const))
  await folder.decide()
  return folder
}
const struck = (code: string) => world.db.run("update profession_version set valid_until = '2026-03-02' where code = $1", [code])

describe('the agreement of the authorised body', () => {
  it('is given for every profession, an objection with its grounds, and by the ministry alone', async () => {
    const folder = await anAccreditationCase(world, { professions: 2 })
    const [first, second] = folder.lines
    const answer = async (actor: PersonActor, answers: object[]) => accreditation.answerAgreement(world.as(actor), { id: folder.id, version: await folder.version(), answers: answers as never })
    const both = [{ ...first, answer: 'agrees', grounds: '' }, { ...second, answer: 'objects', grounds: 'Жабдық жоқ.' }]
    for (const stranger of [folder.accreditor, folder.applicant, folder.officer, folder.expert, folder.members[0]!, await world.anOfficial('national-body')]) expect(await codesOf(answer(stranger, both))).toEqual(['not-found'])
    expect(await codesOf(answer(folder.ministry, [both[0]!]))).toEqual(['agreement.line-unanswered'])
    expect(await codesOf(answer(folder.ministry, [both[0]!, { ...second, answer: 'objects', grounds: '  ' }]))).toEqual(['agreement.grounds-missing'])
    expect(await codesOf(answer(folder.ministry, both))).toEqual(['done'])
    expect(await codesOf(answer(folder.ministry, both))).toEqual(['accreditation.not-at-this-step'])
    const { kase, lines } = await accreditation.readDecision(world.as(folder.ministry), folder.id)
    expect([kase.step, kase.whoseMove, lines.map((line) => line.answer)]).toEqual(['deciding', 'accreditor', ['agrees', 'objects']])
  })

  it('happens once when the form is sent twice', async () => {
    const folder = await anAccreditationCase(world)
    const send = () => accreditation.answerAgreement(world.as(folder.ministry, 'agreement-key-1'), { id: folder.id, version: 5, answers: [{ ...folder.lines[0]!, answer: 'agrees', grounds: '' }] })
    await send()
    expect(await codesOf(send())).toEqual(['done'])
  })

  it('does not come by itself while the norms set neither a term nor what silence means', async () => {
    const folder = await anAccreditationCase(world)
    world.at('2026-12-30 10:00')
    expect(await accreditation.lapseAgreements(world.system())).toBe(0)
    expect((await folder.kase()).step).toBe('awaiting-agreement')
    const { agreement } = await accreditation.readDecision(world.as(folder.ministry), folder.id)
    expect(agreement).toEqual({ dueOn: undefined, silence: undefined })
    world.at('2026-03-02 09:00')
  })
})

describe('the commission', () => {
  it('has nobody who received, reviewed or surveyed, nobody of the applicant, a size and a chair', async () => {
    const folder = await anAccreditationCase(world)
    await folder.answer()
    const call = async (members: PersonActor[], chair = members[0]!.accountId, by = folder.accreditor) =>
      accreditation.callCommission(world.as(by), { id: folder.id, version: await folder.version(), members: members.map((each) => each.accountId), chair })
    const [one, two, three] = folder.members as [PersonActor, PersonActor, PersonActor]
    expect(await codesOf(call([one, two]))).toEqual(['commission.too-small'])
    const { grantRole } = await import('#modules/people/index.ts')
    await grantRole(world.system(), { accountId: folder.expert.accountId, role: 'accreditation-commission', organisationId: one.roles[0]!.organisationId })
    expect(await codesOf(call([one, two, folder.expert]))).toEqual(['commission.took-part'])
    await grantRole(world.system(), { accountId: three.accountId, role: 'assessor', organisationId: folder.organisationId })
    expect(await codesOf(call([one, two, three]))).toEqual(['commission.of-applicant'])
    expect(await codesOf(call([one, two, await world.aPerson()]))).toEqual(['commission.stranger'])
    const other = (await anAccreditationCase(world)).members[0]!
    expect(await codesOf(call([one, two, other], folder.accreditor.accountId))).toEqual(['commission.chair-missing'])
    for (const stranger of [one, folder.ministry, folder.applicant]) expect(await codesOf(call([one, two, other], one.accountId, stranger))).toEqual(['not-found'])
    // Whoever may be called reads nothing yet; whoever was called reads the case, and no other of it.
    const reads = async (who: PersonActor) => [(await accreditation.listCases(world.as(who), 1, 50)).rows.filter((row) => row.id === folder.id).length, await codesOf(accreditation.readCase(world.as(who), folder.id)), await codesOf(accreditation.readDecision(world.as(who), folder.id))]
    expect(await reads(one)).toEqual([0, ['not-found'], ['not-found']])
    expect(await codesOf(call([one, two, other]))).toEqual(['done'])
    expect([await reads(one), await reads((await anAccreditationCase(world)).members[0]!)]).toEqual([[1, ['done'], ['done']], [0, ['not-found'], ['not-found']]])
    expect((await folder.kase()).whoseMove).toBe('commission')
  })

  it('votes once each, a vote against with its note, and never for what the authorised body objects to', async () => {
    const folder = await anAccreditationCase(world, { professions: 2 })
    await folder.answer([folder.lines[1]!.professionCode])
    await folder.call()
    const [first, second] = folder.lines
    const vote = (actor: PersonActor, choice: string, note = '') => accreditation.voteOnCase(world.as(actor), { id: folder.id, ballot: [{ ...first!, choice: 'granted', note: '' }, { ...second!, choice, note }] })
    expect(await codesOf(vote(folder.members[0]!, 'granted'))).toEqual(['commission.objected'])
    expect(await codesOf(vote(folder.members[0]!, 'refused'))).toEqual(['commission.note-missing'])
    expect(await codesOf(vote(folder.members[0]!, ''))).toEqual(['commission.choice-missing'])
    for (const stranger of [folder.accreditor, folder.ministry, folder.applicant, (await anAccreditationCase(world)).members[0]!]) expect(await codesOf(vote(stranger, 'refused', 'x'))).toEqual(['not-found'])
    expect(await codesOf(vote(folder.members[0]!, 'refused', 'Орган қарсы.'))).toEqual(['done'])
    expect(await codesOf(vote(folder.members[0]!, 'refused', 'Орган қарсы.'))).toEqual(['commission.voted-already'])
  })

  it('decides nothing without a quorum or on equal votes, until one more member is called', async () => {
    const folder = await anAccreditationCase(world)
    await folder.answer()
    await folder.call()
    const [one, two] = folder.members as [PersonActor, PersonActor]
    await folder.votes(['granted'], [one])
    expect(await codesOf(folder.decide())).toEqual(['commission.no-quorum'])
    await folder.votes(['refused'], [two])
    expect(await codesOf(folder.decide())).toEqual(['commission.equal-votes'])
    expect(await codesOf(folder.call(folder.members.slice(1)))).toEqual(['commission.too-small', 'commission.voter-left-out'])
    await folder.votes(['refused'], [folder.members[2]!])
    expect(await codesOf(folder.decide())).toEqual(['commission.reasons-missing'])
    await folder.decide({ [accreditation.keyOf(folder.lines[0]!)]: 'Шеберхана дайын емес.' })
    const kase = await folder.kase()
    expect([kase.step, kase.whoseMove]).toEqual(['refused', 'nobody'])
  })

  it('grants some and refuses some, tells the applicant the reasons, and only the chair declares it', async () => {
    const folder = await anAccreditationCase(world, { professions: 3 })
    await folder.answer()
    await folder.call()
    await folder.votes(['granted', 'granted', 'refused'])
    const reasons = new Map([[accreditation.keyOf(folder.lines[2]!), 'Маман жоқ.']])
    for (const actor of [folder.members[1]!, folder.accreditor, folder.ministry]) expect(await codesOf(accreditation.decideCase(world.as(actor), { id: folder.id, version: await folder.version(), reasons }))).toEqual(['not-found'])
    await folder.decide(Object.fromEntries(reasons))
    const { kase, lines, votes } = await accreditation.readDecision(world.as(folder.applicant), folder.id)
    expect([kase.step, kase.whoseMove, lines.map((line) => line.outcome), lines[2]!.reasons, votes]).toEqual(['accredited', 'accreditor', ['granted', 'granted', 'refused'], 'Маман жоқ.', []])
    const letter = await world.db.one<{ kind: string; body: string }>('select kind, body from letter where account_id = $1 order by created_at desc, id desc limit 1', [folder.applicant.accountId])
    expect([letter.kind, letter.body.includes('Маман жоқ.')]).toEqual(['accreditation-case-granted-in-part', true])
  })

  it('does not grant a profession that was struck from the register after the votes', async () => {
    const folder = await anAccreditationCase(world, { professions: 2 })
    await folder.answer()
    await folder.call()
    await folder.votes(['granted', 'granted'])
    await struck(folder.lines[0]!.professionCode)
    expect(await codesOf(folder.decide())).toEqual(['commission.reasons-missing'])
    await folder.decide({ [accreditation.keyOf(folder.lines[0]!)]: 'Кәсіп тізілімнен шықты.' })
    expect((await accreditation.readDecision(world.as(folder.accreditor), folder.id)).lines.map((line) => line.outcome)).toEqual(['refused', 'granted'])
  })
})

describe('the certificate', () => {
  it('makes the organisation a centre that nobody sees yet, with its representative as head, for three years', async () => {
    const folder = await granted(await anAccreditationCase(world, { professions: 2 }))
    for (const actor of [folder.applicant, folder.ministry, folder.members[0]!, folder.officer]) {
      expect(await codesOf(accreditation.issueAccreditationCertificate(world.as(actor), { id: folder.id, version: await folder.version(), representative: folder.applicant.accountId, addressKk: 'а', addressRu: 'а', phone: '1', email: 'a', hoursKk: '9', hoursRu: '9' }))).toEqual(['not-found'])
    }
    expect(await codesOf(folder.issue({ phone: ' ', representative: folder.officer.accountId }))).toEqual(['certificate.representative-missing', 'certificate.contact-missing'])
    const { number } = await folder.issue()
    expect(number).toMatch(/^A-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    const seen = await accreditation.readPublicCertificate(world.system(), number.toLowerCase())
    expect([seen.certificate.state, seen.certificate.validFrom, seen.certificate.validUntil, seen.scope.length, seen.centre.public]).toEqual(['valid', '2026-03-02', '2029-03-02', 2, false])
    expect((await centres.listPublicCentres(world.db, day('2026-03-02'))).some((centre) => centre.id === folder.organisationId)).toBe(false)
    expect((await again(folder.applicant)).roles.map((held) => held.role).sort()).toEqual(['applicant', 'centre-head'])
    expect(await codesOf(folder.issue())).toEqual(['accreditation.not-at-this-step'])
  })

  it('is good until midnight in Almaty of its last day', async () => {
    const { number } = await (await granted(await anAccreditationCase(world))).issue()
    const stateAt = async (at: string) => {
      world.at(at)
      return (await accreditation.readPublicCertificate(world.system(), number)).certificate.state
    }
    expect([await stateAt('2029-03-02 23:59'), await stateAt('2029-03-03 00:00')]).toEqual(['valid', 'expired'])
    world.at('2026-03-02 09:00')
  })

  it('leaves out what was struck from the register after the decision, and is not issued when nothing is left', async () => {
    const folder = await granted(await anAccreditationCase(world, { professions: 2 }))
    await struck(folder.lines[0]!.professionCode)
    const { number } = await folder.issue()
    expect((await accreditation.readPublicCertificate(world.system(), number)).scope.map((line) => line.professionCode)).toEqual([folder.lines[1]!.professionCode])
    const empty = await granted(await anAccreditationCase(world))
    await struck(empty.lines[0]!.professionCode)
    expect(await codesOf(empty.issue())).toEqual(['certificate.nothing-left'])
  })

  it('is issued once when the form is sent twice, and never by two accreditors', async () => {
    const folder = await granted(await anAccreditationCase(world))
    const version = await folder.version()
    const input = { id: folder.id, version, representative: folder.applicant.accountId, addressKk: 'а', addressRu: 'а', phone: '1', email: 'a@b.kz', hoursKk: '9', hoursRu: '9' }
    const first = await accreditation.issueAccreditationCertificate(world.as(folder.accreditor, 'issue-key-1'), input)
    expect(await accreditation.issueAccreditationCertificate(world.as(folder.accreditor, 'issue-key-1'), input)).toEqual(first)
    expect(await codesOf(accreditation.issueAccreditationCertificate(world.as(await world.anOfficial('accreditor')), input))).toEqual(['case.changed-meanwhile'])
  })

  it('of an extension takes the place of the one before, with its scope and its last day', async () => {
    const before = await granted(await anAccreditationCase(world))
    const old = (await before.issue()).number
    await accreditation.sendAccreditationContract(world.as(before.accreditor), { id: before.id, version: await before.version() })
    await accreditation.acceptAccreditationContract(world.as(await again(before.applicant)), { id: before.id, version: await before.version(), agree: true })
    world.at('2027-01-11 10:00')
    const certificateId = (await accreditation.readPublicCertificate(world.system(), old)).certificate.id
    const folder = await granted(await anAccreditationCase(world, { kind: 'extension', of: { ...before, applicant: await again(before.applicant) }, certificateId }))
    const { number } = await folder.issue()
    const [was, now] = [await accreditation.readPublicCertificate(world.system(), old), await accreditation.readPublicCertificate(world.system(), number)]
    expect([was.certificate.state, was.next, now.previous, now.certificate.validUntil, now.scope.map((line) => line.professionCode).sort()])
      .toEqual(['replaced', number, old, '2029-03-02', [...before.lines, ...folder.lines].map((line) => line.professionCode).sort()])
    world.at('2026-03-02 09:00')
  })
})

describe('the contract and the registration', () => {
  it('is accepted by the head of the centre, who opens the centre when all four things are there', async () => {
    const folder = await granted(await anAccreditationCase(world))
    await folder.issue()
    const head = await again(folder.applicant)
    for (const actor of [head, folder.ministry]) expect(await codesOf(accreditation.sendAccreditationContract(world.as(actor), { id: folder.id, version: await folder.version() }))).toEqual(['not-found'])
    await accreditation.sendAccreditationContract(world.as(folder.accreditor), { id: folder.id, version: await folder.version() })
    expect(await codesOf(accreditation.registerCentre(world.as(head), { id: folder.id }))).toEqual(['registration.contract-first'])
    const accept = async (actor: PersonActor, agree = true) => accreditation.acceptAccreditationContract(world.as(actor), { id: folder.id, version: await folder.version(), agree })
    expect(await codesOf(accept(folder.accreditor))).toEqual(['not-found'])
    expect(await codesOf(accept(head, false))).toEqual(['accreditation-contract.agreement-missing'])
    await accept(head)
    expect((await folder.kase()).step).toBe('completed')

    const register = (actor = head) => codesOf(accreditation.registerCentre(world.as(actor), { id: folder.id }))
    const withdrawn = (on: string | null) => world.db.run('update accreditation_certificate set withdrawn_on = $2 where centre_id = $1', [folder.organisationId, on])
    await withdrawn('2026-03-02')
    expect(await register()).toEqual(['registration.certificate-not-valid'])
    await withdrawn(null)
    expect(await register()).toEqual(['registration.staff-missing', 'registration.prices-missing', 'registration.programme-missing', 'registration.accessibility-missing'])
    await world.aStaffMember(folder.organisationId, ['centre-operator', 'assessor', 'panel-member'])
    const { professionCode, level } = folder.lines[0]!
    await centres.publishPriceList(world.as(head), { centreId: folder.organisationId, inForceFrom: day('2026-03-03'), prices: [{ professionCode, level, amount: 45000, retakeTheory: 1000, retakePractice: 2000, retakeBoth: 3000 }] })
    await world.aProgramme(folder.organisationId, professionCode, level)
    expect(await register()).toEqual(['registration.accessibility-missing'])
    await centres.setAccessibility(world.as(head), { centreId: folder.organisationId, features: centres.ACCESSIBILITY_FEATURES.map((feature) => ({ feature, available: false, noteKk: '', noteRu: '' })) })
    expect(await register(folder.accreditor)).toEqual(['not-found'])
    expect(await register()).toEqual(['done'])
    expect((await centres.listPublicCentres(world.db, day('2026-03-02'))).some((centre) => centre.id === folder.organisationId)).toBe(true)
    expect(await register()).toEqual(['registration.public-already'])
  })

  it('keeps every paper as a PDF, the protocol with its votes not for the applicant', async () => {
    const folder = await granted(await anAccreditationCase(world))
    await folder.issue()
    const keys = await mkdtemp(join(tmpdir(), 'tanu-seal-'))
    const seal = await openTechnicalSeal(keys, '2026-01-01T00:00:00.000Z')
    const view = await accreditation.readDecision(world.as(folder.accreditor), folder.id)
    for (const id of [view.commission!.protocolPaperId!, view.issue!.paperId]) expect(await pressPaper(world.system(), seal, id)).toBe(1)
    expect((await accreditation.readDecisionPaper(world.as(folder.applicant), view.issue!.paperId)).fileKey).not.toBeNull()
    expect(await codesOf(accreditation.readDecisionPaper(world.as(folder.applicant), view.commission!.protocolPaperId!))).toEqual(['not-found'])
    expect(await codesOf(accreditation.readDecisionPaper(world.as(await world.aPerson()), view.issue!.paperId))).toEqual(['not-found'])
    await rm(keys, { recursive: true, force: true })
  })
})
