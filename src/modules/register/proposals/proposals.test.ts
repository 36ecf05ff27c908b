import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { ANONYMOUS, type PartnerActor, type PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import { handInForPartner } from '#modules/applications/hand-in-for-partner.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { aDecidedCase, aHeldCase } from '../../../../test/support/decided-case.ts'
import { PNG } from '../../../../test/support/files.ts'
import { aProposalCast, aSectorDesk, PAPER, proposalRoad, type ProposalCast } from '../../../../test/support/proposal.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import * as register from '../index.ts'

let world: TestWorld
let cast: ProposalCast
let road: ReturnType<typeof proposalRoad>
beforeAll(async () => {
  world = await openTestWorld()
  cast = await aProposalCast(world)
  road = proposalRoad(world, cast)
})
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 10:00'))

const stepOf = async (id: string) => (await road.shown(id)).proposal.step
const letters = (accountId: string, kind: string) => world.db.many<{ subject: string; body: string }>('select subject, body from letter where account_id = $1 and kind = $2', [accountId, kind])

describe('a proposal of a sector body', () => {
  it('gets its number and its round when it is filed', async () => {
    const id = await road.filed('change', await world.aProfession(), { validityMonths: '24' })
    const { proposal } = await road.shown(id)
    expect(proposal.number).toMatch(/^U-2026-\d{2,}-\d{6}-[A-Z]$/)
    expect(proposal).toMatchObject({ step: 'filed', filedOn: '2026-03-02', roundClosesOn: '2026-09-01' })
  })

  it('filed in the last minute of 1 September is in that round, a minute later in the next', async () => {
    world.at('2026-09-01 23:59')
    expect((await road.shown(await road.filed('change', await world.aProfession(), { validityMonths: '24' }))).proposal.roundClosesOn).toBe('2026-09-01')
    world.at('2026-09-02 00:00')
    expect((await road.shown(await road.filed('change', await world.aProfession(), { validityMonths: '24' }))).proposal.roundClosesOn).toBe('2027-02-01')
  })

  it('is told everything that is missing at once', async () => {
    const id = await register.openProposal(world.as(cast.officer), { kind: 'move', professionCode: await world.aProfession() })
    expect(await codesOf(register.fileProposal(world.as(cast.officer), await road.seen(id)))).toEqual([
      'proposal.association-missing', 'proposal.grounds-missing', 'proposal.association-paper-missing', 'proposal.form-missing', 'proposal.act-missing',
    ])
  })

  it('that says what the register says already is not filed', async () => {
    const code = await world.aProfession()
    const facts = await professions.getProfession(world.db, code, road.today())
    await tx(world.system(), 'register.enter', (t) => professions.enterProfession(t, { ...facts, bodyCode: cast.bodyCode }))
    expect(await codesOf(road.filed('change', code))).toEqual(['proposal.nothing-changes'])
  })

  it('is the only open one of its entry; the second is told so, also at the same moment', async () => {
    const code = await world.aProfession()
    const [one, two] = [await road.drafted('change', code, { validityMonths: '24' }), await road.drafted('change', code, { validityMonths: '36' })]
    const answers = await Promise.all([one, two].map(async (id) => codesOf(register.fileProposal(world.as(cast.officer), await road.seen(id)))))
    expect(answers.flat().filter((code) => code === 'proposal.open-already')).toHaveLength(1)
  })

  it('is not begun for the profession of another body', async () => {
    const other = await aSectorDesk(world)
    const code = await world.aProfession()
    const facts = await professions.getProfession(world.db, code, road.today())
    await tx(world.system(), 'register.enter', (t) => professions.enterProfession(t, { ...facts, bodyCode: other.bodyCode }))
    expect(await codesOf(register.openProposal(world.as(cast.officer), { kind: 'change', professionCode: code }))).toEqual(['proposal.another-bodys-profession'])
  })

  it('does not exist for another body, nor for anybody else while it is a draft', async () => {
    const other = await aSectorDesk(world)
    const id = await road.drafted('change', await world.aProfession(), { validityMonths: '24' })
    for (const actor of [other.officer, cast.ministry, cast.nationalBody, await world.aPerson()]) {
      expect(await codesOf(register.readProposal(world.as(actor), id))).toEqual(['not-found'])
      expect(await codesOf(register.fileProposal(world.as(actor), await road.seen(id)))).toEqual(['not-found'])
    }
    await register.fileProposal(world.as(cast.officer), await road.seen(id))
    expect(await codesOf(register.readProposal(world.as(other.officer), id))).toEqual(['not-found'])
    expect(await codesOf(register.readProposal(world.as(cast.ministry), id))).toEqual(['done'])
    const paper = (await road.shown(id)).papers[0]!
    expect(await codesOf(register.openProposalPaper(world.as(other.officer), paper.id))).toEqual(['not-found'])
    expect((await register.openProposalPaper(world.as(cast.ministry), paper.id)).bytes.length).toBeGreaterThan(0)
  })

  it('is filed once when two officers file it at the same moment', async () => {
    const id = await road.drafted('change', await world.aProfession(), { validityMonths: '24' })
    const seen = await road.seen(id)
    const answers = (await Promise.all([cast.officer, cast.colleague].map((each) => codesOf(register.fileProposal(world.as(each), seen))))).flat()
    expect(answers.filter((code) => code === 'done')).toHaveLength(1)
    expect(answers.filter((code) => code !== 'done')).toEqual(['proposal.not-at-this-step'])
  })

  it('is not overwritten by a colleague who saw an older draft', async () => {
    const id = await register.openProposal(world.as(cast.officer), { kind: 'strike', professionCode: await world.aProfession() })
    const seen = await road.seen(id)
    await register.fillProposal(world.as(cast.officer), { ...seen, association: 'бірінші', grounds: '', entry: undefined })
    expect(await codesOf(register.fillProposal(world.as(cast.colleague), { ...seen, association: 'екінші', grounds: '', entry: undefined }))).toEqual(['proposal.changed-meanwhile'])
  })

  it('ends with its grounds when the sectoral council does not agree, and another may then be filed', async () => {
    const code = await world.aProfession()
    const id = await road.filed('change', code, { validityMonths: '24' })
    expect(await codesOf(road.council(id, { agrees: false }))).toEqual(['proposal.grounds-missing'])
    await road.council(id, { agrees: false, grounds: 'Қайталанады' })
    expect((await road.shown(id)).proposal).toMatchObject({ step: 'not-agreed', endGrounds: 'Қайталанады' })
    expect(await codesOf(road.filed('change', code, { validityMonths: '24' }))).toEqual(['done'])
  })

  it('takes no protocol of a day before the filing, of a day to come, or without its paper', async () => {
    const id = await road.filed('change', await world.aProfession(), { validityMonths: '24' })
    expect(await codesOf(road.council(id, { on: day('2026-03-01') }))).toEqual(['proposal.protocol-too-early'])
    expect(await codesOf(road.council(id, { on: day('2026-03-03') }))).toEqual(['proposal.protocol-day-to-come'])
    expect(await codesOf(road.council(id, { paper: undefined }))).toEqual(['proposal.protocol-paper-missing'])
  })

  it('is withdrawn by its body up to the recommendation, and not after', async () => {
    const id = await road.filed('change', await world.aProfession(), { validityMonths: '24' })
    const withdraw = async (grounds: string) => codesOf(register.withdrawProposal(world.as(cast.officer), { ...(await road.seen(id)), grounds }))
    expect(await withdraw('')).toEqual(['proposal.grounds-missing'])
    await road.council(id)
    await road.national(id)
    expect(await withdraw('Қауымдастық өтінді')).toEqual(['proposal.not-at-this-step'])
  })
})

describe('the recommendation of the National Council', () => {
  it('is recorded by the ministry or the National body, never by the sector body, and starts the ten working days', async () => {
    const id = await road.filed('change', await world.aProfession(), { validityMonths: '24' })
    await road.council(id)
    expect(await codesOf(road.national(id, {}, cast.officer))).toEqual(['not-found'])
    expect(await codesOf(register.prepareVersion(world.as(cast.ministry), { ...(await road.seen(id)), firstDay: day('2026-04-01'), baseVersionId: '' }))).toEqual(['proposal.not-at-this-step'])
    world.at('2026-03-05 10:00')
    await road.national(id, { on: day('2026-03-02') })
    // 9 March and 21–24 March stand off in the calendar of 2026.
    expect((await road.shown(id)).proposal).toMatchObject({ step: 'recommended', nationalOn: '2026-03-02', updateDueOn: '2026-03-17' })
    expect(await letters(cast.ministry.accountId, 'proposal-recommended')).not.toHaveLength(0)
    expect(await letters(cast.officer.accountId, 'proposal-recommended')).not.toHaveLength(0)
  })

  it('passed late is shown late, and nothing happens by itself', async () => {
    const id = await road.recommended('change', await world.aProfession(), { validityMonths: '24' })
    expect((await road.shown(id)).proposal.late).toBe(false)
    world.at('2026-03-17 23:59')
    expect((await road.shown(id)).proposal.late).toBe(false)
    world.at('2026-03-18 00:00')
    expect((await road.shown(id)).proposal).toMatchObject({ late: true, step: 'recommended' })
  })

  it('has its term moved later, and only later, by a decree that changes the calendar', async () => {
    const id = await road.recommended('change', await world.aProfession(), { validityMonths: '24' })
    const due = async () => (await road.shown(id)).proposal.updateDueOn
    expect(await due()).toBe('2026-03-17')
    const decree = async (version: string, date: string, kind: 'off' | 'work') => {
      await world.db.begin(async (sql) => {
        const { before } = await sql.one<{ before: string }>('select version as before from calendar_version order by loaded_at desc limit 1')
        await sql.run("insert into calendar_version (version, source, years, loaded_at) select $1, 'decree', years, loaded_at + interval '1 day' from calendar_version where version = $2", [version, before])
        await sql.run('insert into calendar_day (version, date, day, kind, name_kk, name_ru, name_en, status) select $1, date, day, kind, name_kk, name_ru, name_en, status from calendar_day where version = $2 and date <> $3', [version, before, date])
        await sql.run('insert into calendar_day (version, date, day, kind, name_kk, name_ru, name_en, status) select $1, $2, $3, kind, name_kk, name_ru, name_en, status from calendar_day where version = $1 limit 1', [version, date, kind])
      }, { 'tanu.scope': 'system' })
      world.system().law.forget()
      while ((await register.recountUpdates(world.system())) > 0);
    }
    await decree('decree-off', '2026-03-12', 'off')
    expect(await due()).toBe('2026-03-18')
    await decree('decree-work', '2026-03-14', 'work')
    expect(await due()).toBe('2026-03-18')
    expect((await road.shown(id)).history.filter((each) => each.kind === 'proposal-recounted')).toHaveLength(1)
  })

  it('that is not given ends the proposal, and the body is told why', async () => {
    const id = await road.filed('change', await world.aProfession(), { validityMonths: '24' })
    await road.council(id)
    await road.national(id, { agrees: false, grounds: 'Еңбек нарығында сұраныс жоқ' })
    expect(await stepOf(id)).toBe('not-recommended')
    expect((await letters(cast.officer.accountId, 'proposal-refused')).map((each) => each.body).join()).toContain('Еңбек нарығында сұраныс жоқ')
  })
})

describe('an edition of the register', () => {
  it('is published by another person than the one who prepared the version', async () => {
    const id = await road.prepared('change', await world.aProfession(), undefined, { validityMonths: '24' })
    expect(await codesOf(road.publish([id], cast.ministry))).toEqual(['edition.own-preparation'])
    expect(await codesOf(road.publish([id], cast.nationalBody))).toEqual(['not-found'])
    expect(await codesOf(road.publish([id], cast.officer))).toEqual(['not-found'])
    expect(await codesOf(road.publish([id]))).toEqual(['done'])
    const shown = await road.shown(id)
    expect(shown).toMatchObject({ proposal: { step: 'entered', approvedBy: cast.second.accountId }, base: { versionNo: 1, validityMonths: 60 }, proposed: { versionNo: 2, validityMonths: 24 }, baseMoved: false })
  })

  it('holds several proposals at once: added, moved, changed, struck', async () => {
    const [moved, changed, struck] = [await world.aProfession(), await world.aProfession(), await world.aProfession()]
    const ids = [await road.prepared('add', 'K-NEW-1'), await road.prepared('move', moved), await road.prepared('change', changed, undefined, { validityMonths: '24' }), await road.prepared('strike', struck)]
    const no = await road.publish(ids)
    const edition = await professions.getEdition(world.db, no)
    expect(professions.countChanges(edition.changes)).toEqual([{ kind: 'added', count: 1 }, { kind: 'moved-to-mandatory', count: 1 }, { kind: 'changed', count: 1 }, { kind: 'struck', count: 1 }])
    const on = (code: string, when: string) => professions.findProfession(world.db, code, day(when))
    expect(await on('K-NEW-1', '2026-03-02')).toBeUndefined()
    expect(await on('K-NEW-1', '2026-03-03')).toMatchObject({ versionNo: 1, bodyCode: cast.bodyCode, track: 'voluntary' })
    expect([(await on(moved, '2026-03-02'))?.track, (await on(moved, '2026-03-03'))?.track]).toEqual(['voluntary', 'mandatory'])
    expect((await on(changed, '2026-03-03'))?.validityMonths).toBe(24)
    expect([(await on(struck, '2026-03-02'))?.code, await on(struck, '2026-03-03')]).toEqual([struck, undefined])
  })

  it('is all or nothing: one proposal that cannot stand keeps out the others', async () => {
    const [one, two] = [await world.aProfession(), await world.aProfession()]
    const ids = [await road.prepared('change', one, undefined, { validityMonths: '24' }), await road.prepared('change', two, undefined, { validityMonths: '24' })]
    const facts = await professions.getProfession(world.db, two, road.today())
    await tx(world.system(), 'register.enter', (t) => professions.enterProfession(t, { ...facts, ageMin: 21 }))
    const before = (await professions.listEditions(world.db, { page: 1, pageSize: 1 })).total
    expect(await codesOf(road.publish(ids))).toEqual(['proposal.version-moved'])
    expect((await professions.listEditions(world.db, { page: 1, pageSize: 1 })).total).toBe(before)
    expect(await Promise.all(ids.map(stepOf))).toEqual(['proposed', 'proposed'])
    expect((await road.shown(ids[1]!)).baseMoved).toBe(true)
    await road.prepare(ids[1]!)
    expect(await codesOf(road.publish(ids))).toEqual(['done'])
  })

  it('is not published after the first day has passed: the version is prepared again', async () => {
    const id = await road.prepared('change', await world.aProfession(), day('2026-03-03'), { validityMonths: '24' })
    world.at('2026-03-04 09:00')
    expect(await codesOf(road.publish([id]))).toEqual(['proposal.first-day-passed'])
    await register.sendBackVersion(world.as(cast.second), { ...(await road.seen(id)), grounds: 'Күні өтіп кетті' })
    expect(await stepOf(id)).toBe('recommended')
    await road.prepare(id)
    expect(await codesOf(road.publish([id]))).toEqual(['done'])
  })

  it('is published once when two people approve at the same moment', async () => {
    const id = await road.prepared('change', await world.aProfession(), undefined, { validityMonths: '24' })
    const third = await world.anOfficial('ministry')
    const seen = await road.seen(id)
    const answers = (await Promise.all([cast.second, third].map((each) => codesOf(register.publishEdition(world.as(each), { proposals: [seen] }))))).flat()
    expect(answers.filter((code) => code === 'done')).toHaveLength(1)
    expect(answers.filter((code) => code !== 'done')).toEqual(['proposal.not-at-this-step'])
  })

  it('pressed twice with one request is one edition', async () => {
    const id = await road.prepared('change', await world.aProfession(), undefined, { validityMonths: '24' })
    const proposals = [await road.seen(id)]
    const numbers = [await register.publishEdition(world.as(cast.second, 'twice'), { proposals }), await register.publishEdition(world.as(cast.second, 'twice'), { proposals })]
    expect(numbers[0]).toBe(numbers[1])
  })
})

describe('running cases, when a profession is moved to mandatory', () => {
  let serial = 700
  const IIN = () => makeDemonstrationIin('1988-02-01' as Day, ++serial).reveal()
  async function online(professionCode: string, centre: CentreMade): Promise<string[]> {
    const person = await world.aPerson()
    return codesOf((async () => {
      const draft = await applications.openDraft(world.as(person), professionCode)
      await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
      await applications.submitApplication(world.as(person), { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
    })())
  }
  const paper = (professionCode: string, centre: CentreMade, clerk: PersonActor, receivedOn: string) => codesOf(applications.registerPaperApplication(world.as(clerk), {
    centreId: centre.id, professionCode, level: 4, receivedOn, identitySeen: true, email: '', language: 'ru', examLanguage: 'ru', wayLearnt: 'formal', needs: [],
    person: { iin: IIN(), surname: 'Ким', givenName: 'Аркадий', birthOn: '1988-02-01', phone: '+7 700 111 11 11', address: 'Хромтау' }, files: [{ kind: 'paper-application', name: 'scan.png', bytes: PNG }],
  }))
  async function partner(professionCode: string, centre: CentreMade) {
    const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'partner', bin: null, nameKk: 'Серіктес', nameRu: 'Партнёр', nameEn: 'Partner', demonstration: true }))
    const key = await people.createApiKey(world.system(), { organisationId, name: 'door', scopes: ['applications.write'], mayAssertIdentity: false })
    const actor = (await people.resolveApiKey(world.system(), key.secret)) as PartnerActor
    return handInForPartner(world.context(actor, 'kk'), {
      reference: `P-${++serial}`, centreSerial: centre.serial, professionCode, level: 4, email: 'a@example.kz', language: 'kk', examLanguage: 'kk', wayLearnt: 'non-formal', consentVersion: 'CE-3', needs: [],
      person: { iin: IIN(), surname: 'Мұқанова', givenName: 'Айсұлу', birthOn: '1988-02-01', phone: '+7 700 222 22 22', address: 'Ақтөбе' }, files: [],
    })
  }

  it.each([['move', 'application.mandatory-profession'], ['strike', 'application.profession-struck']])('by "%s" no door takes a new application from the first day, and every door does before', async (kind, wall) => {
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode })
    const clerk = await world.aStaffMember(centre.id, ['centre-operator'])
    await road.publish([await road.prepared(kind, professionCode, day('2026-03-10'))])
    world.at('2026-03-09 23:59')
    expect(await online(professionCode, centre)).toEqual(['done'])
    expect(await paper(professionCode, centre, clerk, '2026-03-09')).toEqual(['done'])
    expect(await partner(professionCode, centre)).toMatchObject({ outcome: 'registered' })
    world.at('2026-03-10 00:00')
    expect(await online(professionCode, centre)).toEqual([wall])
    expect(await paper(professionCode, centre, clerk, '2026-03-10')).toEqual([wall])
    expect(await partner(professionCode, centre)).toEqual({ outcome: 'returned-without-registration', grounds: [wall] })
    // What came on paper before the day is registered under the entry then in force, though it is entered later.
    expect(await paper(professionCode, centre, clerk, '2026-03-09')).toEqual(['done'])
    const terms = await applications.seeTerms(world.as(await world.aPerson()), professionCode)
    expect([terms.offers, terms.blockers.map((each) => each.code)]).toEqual([[], [wall]])
    // Nor is anybody sent to a centre whose scope still holds it.
    const anybody = world.context(ANONYMOUS, 'kk')
    expect(await register.listCentres(anybody, { professionCode })).toEqual([])
    expect((await register.readCentre(anybody, { id: centre.id })).scope).toEqual([])
    expect((await register.listProfessions(anybody, { q: professionCode, page: 1, pageSize: 1, lang: 'kk' })).items.every((each) => each.centres === 0)).toBe(true)
    expect((await register.readProfession(anybody, professionCode)).offers).toEqual([])
  })

  it('a draft begun before is stopped with the same words when it is sent after', async () => {
    const professionCode = await world.aProfession()
    const centre = await world.aCentre({ professionCode })
    await road.publish([await road.prepared('move', professionCode, day('2026-03-10'))])
    const person = await world.aPerson()
    const draft = await applications.openDraft(world.as(person), professionCode)
    await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
    world.at('2026-03-10 00:00')
    expect(await codesOf(applications.submitApplication(world.as(person), { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION }))).toEqual(['application.mandatory-profession'])
  })

  it('a case registered before is decided and its document issued under its own version', async () => {
    const exam = await aHeldCase(world, 'pass')
    world.at('2026-03-26 16:00')
    const before = await professions.getProfession(world.db, exam.professionCode, road.today())
    await road.publish([await road.prepared('move', exam.professionCode, day('2026-03-26'))])
    expect((await professions.getProfession(world.db, exam.professionCode, road.today())).track).toBe('mandatory')
    world.at('2026-03-26 17:00')
    await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    for (const member of exam.panel) await decisions.castVote(world.as(member), { number: exam.number, choice: 'pass', note: '' })
    await decisions.takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
    await documents.issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })
    expect(await exam.step()).toBe('document-issued')
    const sent = await applications.readSent(world.as(exam.candidate), exam.number)
    expect(sent.profession).toMatchObject({ versionId: before.versionId, track: 'voluntary' })
    expect((await letters(exam.candidate.accountId, 'proposal-candidate')).map((each) => each.subject)).toEqual([expect.stringContaining(exam.number)])
    expect(await letters(exam.clerk.accountId, 'proposal-centre')).toHaveLength(1)
  })

  it('a candidate who failed before may still take the stage again in the same case', async () => {
    const exam = await aDecidedCase(world, 'fail')
    await road.publish([await road.prepared('move', exam.professionCode, day('2026-03-26'))])
    world.at('2026-03-27 10:00')
    expect(await codesOf(applications.requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() }))).toEqual(['done'])
  })
})

it('two papers of one name do not meet: a paper of another proposal is not taken out', async () => {
  const [one, two] = [await road.drafted('strike', await world.aProfession()), await road.drafted('strike', await world.aProfession())]
  const paper = (await road.shown(two)).papers[0]!
  expect(await codesOf(register.detachProposalPaper(world.as(cast.officer), { id: one, paperId: paper.id }))).toEqual(['not-found'])
  expect(await codesOf(register.detachProposalPaper(world.as(cast.officer), { id: two, paperId: paper.id }))).toEqual(['done'])
  expect(PAPER.bytes.length).toBeGreaterThan(0)
})
