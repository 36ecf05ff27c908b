import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, legalDay } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as centres from '#modules/centres/index.ts'
import { concludeRoad, decideRoad, issueRoad, nowAs, walkToSurvey } from '../support/accreditation-road.ts'
import { aDecidedCase, type DecidedCase } from '../support/decided-case.ts'
import { anExamCase, type ExamCase } from '../support/exam-case.ts'
import { aReceivingCentre, withApplication } from '../support/lost-scope.ts'
import type { CentreMade } from '../support/world.ts'
import { beginDesk, pressed, type Desk } from './accreditation-desk.ts'
import { publiclyOf, type Publicly } from './accreditation-public.ts'

let desk: Desk
let second: PersonActor
/** Two that are granted, one that is refused, one of the extension. */
let codes: string[]
let say: (certificate: string, document?: string) => Promise<Publicly>
beforeAll(async () => {
  desk = await beginDesk('2026-01-12 10:00')
  const { world, cast } = desk
  codes = [await world.aProfession(), await world.aProfession(), await world.aProfession(), await world.aProfession()]
  second = await world.aStaffMember(cast.bodyId, ['accreditor'])
  say = publiclyOf(desk, { centreId: cast.applicantId, codes, candidate: await world.aPerson() })
}, 120_000)
afterAll(() => desk.end())

/** Stage 4 in the browser: the ministry, the commission, its votes and its decision; this profession is refused. */
async function decides(id: string, refused: string): Promise<void> {
  const { world, cast, acts, looksWell } = desk
  await looksWell(cast.ministry, `/ministry/agreements/${id}`, 'agreement')
  await acts(cast.ministry, `/ministry/agreements/${id}`, async (page) => {
    for (const radio of await page.locator('input[value="agrees"]').all()) await radio.check()
    await page.locator('main form button[type="submit"], main form button:not([type])').last().click()
  })
  await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, 'call')
  await acts(cast.accreditor, `/accreditor/decisions/${id}`, async (page) => {
    for (const member of cast.members) await page.locator(`input[value="${member.accountId}"]`).check()
    await page.locator('select[name="chair"]').selectOption(cast.members[0]!.accountId)
    await pressed(page, 'call')
  })
  const { lines } = await accreditation.readDecision(world.as(cast.accreditor), id)
  await looksWell(cast.members[0], `/accreditor/decisions/${id}`, 'vote')
  for (const member of cast.members) {
    await acts(member, `/accreditor/decisions/${id}`, async (page) => {
      for (const [n, line] of lines.entries()) {
        const against = line.professionCode === refused
        await page.locator(`input[name="choice-${n}"][value="${against ? 'refused' : 'granted'}"]`).check()
        if (against) await page.locator(`textarea[name="note-${n}"]`).fill('Желдету жоқ.')
      }
      await pressed(page, 'vote')
    })
  }
  await looksWell(cast.members[0], `/accreditor/decisions/${id}`, 'decide')
  await acts(cast.members[0]!, `/accreditor/decisions/${id}`, async (page) => {
    await page.locator(`textarea[name="reasons-${lines.findIndex((line) => line.professionCode === refused)}"]`).fill('Дәнекерлеу бөлмесінде желдету жоқ.')
    await pressed(page, 'decide')
  })
}
/** Stages 5 and 6: the certificate and the contract; answers the number of the certificate. */
async function issues(id: string): Promise<string> {
  const { world, cast, acts, looksWell } = desk
  await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, 'issue')
  await acts(cast.accreditor, `/accreditor/decisions/${id}`, async (page) => {
    await page.locator('select[name="representative"]').selectOption(cast.applicant.accountId)
    for (const [name, value] of [['addressKk', 'Алматы, Абай к-сі, 1'], ['addressRu', 'Алматы, ул. Абая, 1'], ['phone', '+7 700 000 00 00'], ['email', 'talap@example.kz'], ['hoursKk', '9:00–18:00'], ['hoursRu', '9:00–18:00']]) await page.locator(`[name="${name}"]`).fill(value!)
    await pressed(page, 'issue')
  })
  await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, 'send')
  await acts(cast.accreditor, `/accreditor/decisions/${id}`, (page) => pressed(page, 'send'))
  await looksWell(cast.applicant, `/applicant/contract/${id}`, 'contract')
  await acts(cast.applicant, `/applicant/contract/${id}`, async (page) => {
    await page.locator('input[name="agree"]').check()
    await pressed(page, 'accept')
  })
  return (await accreditation.readDecision(world.as(cast.accreditor), id)).certificate!.number
}
/** One person of the accreditor proposes what befalls the whole certificate today, another approves it. */
async function befalls(certificateId: string, kind: 'withdrawal' | 'resumption', ground: string, note: string): Promise<void> {
  const { world, cast, acts, looksWell } = desk
  const [year, month, dayOfMonth] = legalDay(world.clock.now()).split('-')
  const path = `/accreditor/certificates/${certificateId}`
  await acts(cast.accreditor, path, async (page) => {
    await page.locator(`input[name="kind"][value="${kind}"]`).check()
    await page.locator('input[name="about"][value="whole"]').check()
    for (const [part, value] of [['day', dayOfMonth], ['month', month], ['year', year]]) await page.locator(`input[name="from-${part}"]`).fill(value!)
    await page.locator('select[name="ground"]').selectOption(ground)
    await page.locator('textarea[name="note"]').fill(note)
    await page.locator('main form button').last().click()
  })
  await looksWell(second, path, `${kind}-proposed`)
  await acts(second, path, (page) => pressed(page, 'approve'))
}

describe('an organisation becomes a centre for two professions and is refused one, extends its scope, is withdrawn and resumed with two running cases', () => {
  let caseId: Uuid
  let first: string
  let wider: string
  let centre: CentreMade
  let decided: DecidedCase
  let running: [ExamCase, ExamCase]
  let document: string
  let receiver: Awaited<ReturnType<typeof aReceivingCentre>>
  const nothing = { listed: false, centre: undefined, offered: [false, false, false, false], choice: [false, false, false, false] }

  it('applies, and its papers are received, reviewed and surveyed', async () => {
    const { world, cast, acts, looksWell } = desk
    await looksWell(cast.applicant, '/applicant', 'own-list')
    const at = await acts(cast.applicant, '/applicant', async (page) => {
      await page.locator('select[name="regionKato"]').selectOption(cast.region)
      await page.locator('main form button').click()
    })
    caseId = at.split('/').at(-1) as Uuid
    await looksWell(cast.applicant, `/applicant/cases/${caseId}`, 'draft')
    await looksWell(cast.officer, '/accreditor/cases/paper', 'paper-entry')
    await walkToSurvey(world, cast, caseId, codes.slice(0, 3), '2026-01-15')
    await looksWell(cast.accreditor, `/accreditor/cases/${caseId}`, 'case')
    await looksWell(cast.accreditor, `/accreditor/cases/${caseId}/programmes/${codes[0]}/4`, 'programme')
    const { programmes } = await accreditation.readCase(world.as(cast.applicant), caseId)
    await looksWell(cast.applicant, `/applicant/programmes/${programmes[0]!.standing.version.id}`, 'programme-editor')
    expect((await accreditation.readCase(world.as(cast.accreditor), caseId)).kase.step).toBe('awaiting-agreement')
  }, 180_000)

  it('is granted two and refused one, and has a certificate before anybody sees the centre', async () => {
    await decides(caseId, codes[2]!)
    first = await issues(caseId)
    await desk.looksWell(undefined, `/certificates/${first}`, 'certificate')
    expect(await say(first)).toMatchObject({ ...nothing, status: 'valid', history: ['issued'], scope: [true, true, false, false] })
  }, 180_000)

  it('registers and is opened to the public: for the two professions, and not for the third', async () => {
    const { world, cast, acts, looksWell } = desk
    const head = await nowAs(world, cast.applicant)
    await world.aStaffMember(cast.applicantId, ['centre-operator', 'assessor', 'panel-member'])
    await centres.publishPriceList(head, { centreId: cast.applicantId, inForceFrom: day('2026-01-16'), prices: codes.slice(0, 2).map((professionCode) => ({ professionCode, level: 4, amount: 45_000, retakeTheory: 1000, retakePractice: 2000, retakeBoth: 3000 })) })
    await world.aProgramme(cast.applicantId, codes[1]!, 4)
    await centres.setAccessibility(head, { centreId: cast.applicantId, features: centres.ACCESSIBILITY_FEATURES.map((feature) => ({ feature, available: false, noteKk: '', noteRu: '' })) })
    world.at('2026-01-16 10:00')
    await looksWell(cast.applicant, `/applicant/contract/${caseId}`, 'registration')
    await acts(cast.applicant, `/applicant/contract/${caseId}`, (page) => pressed(page, 'register'))
    expect(await say(first)).toMatchObject({ listed: true, centre: 'valid', offered: [true, true, false, false], choice: [true, true, false, false], status: 'valid' })
    const { serial } = await centres.getCentre(world.db, cast.applicantId)
    await looksWell(undefined, `/centres/${serial}`, 'centre')
  }, 120_000)

  it('asks for one profession more from the page of its certificate, and has it with the wider certificate', async () => {
    const { world, cast, acts, looksWell } = desk
    world.at('2026-02-02 10:00')
    await looksWell(cast.applicant, '/applicant/certificate', 'own-certificate')
    const at = await acts(cast.applicant, '/applicant/certificate', (page) => pressed(page, 'extension'))
    const id = at.split('/').at(-1) as Uuid
    await looksWell(cast.applicant, `/applicant/cases/${id}`, 'extension-draft')
    await looksWell(cast.applicant, '/applicant/certificate', 'own-certificate-busy')
    await walkToSurvey(world, cast, id, [codes[3]!], '2026-02-03')
    await looksWell(cast.accreditor, '/accreditor/cases', 'cases')
    expect((await say(first)).offered).toEqual([true, true, false, false])
    await decideRoad(world, cast, id)
    await looksWell(cast.accreditor, `/accreditor/decisions/${id}`, 'issue-again')
    wider = await issueRoad(world, cast, id)
    await concludeRoad(world, cast, id)
    await looksWell(undefined, `/certificates/${first}`, 'certificate-replaced')
    await looksWell(undefined, `/certificates/${wider}`, 'certificate-wider')
    expect(await say(first)).toMatchObject({ status: 'replaced' })
    expect(await say(wider)).toMatchObject({ listed: true, centre: 'valid', offered: [true, true, false, true], choice: [true, true, false, true], status: 'valid', scope: [true, true, false, true] })
    const shown = async (number: string) => accreditation.readPublicCertificate(world.system(), number)
    const [before, after] = [await shown(first), await shown(wider)]
    expect([before.next, after.previous, after.certificate.validUntil]).toEqual([wider, first, before.certificate.validUntil])
  }, 180_000)

  it('issues a document, which says who recognised and under which certificate; two more cases run', async () => {
    const { world, cast, looksWell } = desk
    const { serial } = await centres.getCentre(world.db, cast.applicantId)
    const { id: certificateId } = await world.db.one<{ id: Uuid }>('select id from accreditation_certificate where number = $1', [wider])
    const { id: priceListId } = await world.db.one<{ id: Uuid }>('select id from price_list where centre_id = $1', [cast.applicantId])
    centre = { id: cast.applicantId, serial, certificateId, priceListId }
    decided = await aDecidedCase(world, 'pass', { at: { centre, professionCode: codes[0]! } })
    running = [await anExamCase(world, { beside: decided }), await anExamCase(world, { beside: decided })]
    for (const exam of running) await withApplication(world, exam)
    receiver = await aReceivingCentre(world, codes[0]!)
    world.at('2026-03-27 10:00')
    document = (await world.db.begin((sql) => sql.one<{ number: string }>('select number from recognition_document where case_id = $1', [decided.caseId]), { 'tanu.scope': 'system' })).number
    expect(await say(wider, document)).toMatchObject({ status: 'valid', verdict: 'valid' })
    await looksWell(undefined, `/verify/${document}`, 'document')
  }, 120_000)

  it('is withdrawn by two people: every page says so at once, the document stays valid, and both cases wait', async () => {
    const { looksWell, reads } = desk
    await befalls(centre.certificateId, 'withdrawal', 'breaches-found', 'Тексеру барысында бұзушылықтар анықталды.')
    expect(await say(wider, document)).toEqual({
      listed: true, centre: 'withdrawn', offered: nothing.offered, choice: nothing.choice, status: 'withdrawn', history: ['issued', 'withdrawal'], scope: nothing.offered, verdict: 'valid',
    })
    await looksWell(undefined, `/centres/${centre.serial}`, 'centre-withdrawn')
    await looksWell(undefined, `/certificates/${wider}`, 'certificate-withdrawn')
    expect([await running[0].step(), await running[1].step()]).toEqual(['waiting', 'waiting'])
    await looksWell(decided.clerk, `/centre/cases/${running[0].number}`, 'case-waits-at-its-centre')
    expect((await reads(`/kk/cases/${running[0].number}`, running[0].candidate)).html).toContain('Іс министрлік шешімін күтіп тұр')
  }, 180_000)

  it('the ministry decides both by one press, without a script: one is moved, the other finished; the public pages stay as they are', async () => {
    const { world, cast, signedIn, looksWell, reads, url } = desk
    const event = await world.db.one<{ id: Uuid }>("select id from certificate_event where certificate_id = $1 and kind = 'withdrawal'", [centre.certificateId])
    const path = `/ministry/waiting/${centre.certificateId}/${event.id}`
    await looksWell(cast.ministry, path, 'waiting-cases')
    const context = await signedIn(cast.ministry, false)
    const page = await context.newPage()
    await page.goto(`${url}/kk${path}`)
    const [moved, stays] = running
    expect(await page.locator(`select[name="fate-${moved.number}"]`).inputValue()).toBe(`move ${receiver.id}`)
    await page.locator(`select[name="fate-${stays.number}"]`).selectOption('finish')
    await page.locator('main form button').last().click()
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await page.locator('textarea[name="ground"]').fill('Аттестат тексеру қорытындысы бойынша кері қайтарып алынды.')
    await page.locator('main form button').last().click()
    expect(await page.locator('select[name^="fate-"]').count()).toBe(0)
    await context.close()
    await looksWell(await world.anOfficial('national-body'), '/ministry', 'no-case-waits')

    await looksWell(moved.candidate, `/cases/${moved.number}`, 'moved-case')
    expect((await reads(`/kk/cases/${moved.number}`, moved.candidate)).html).toContain('министрлік істі басқа орталыққа берді')
    expect((await reads('/kk/account/letters', moved.candidate)).html).toContain(moved.number)
    expect((await reads(`/kk/centre/cases/${moved.number}`, decided.clerk)).status).toBe(404)
    expect((await reads(`/kk/centre/cases/${moved.number}`, receiver.clerk)).status).toBe(200)
    await looksWell(decided.clerk, '/centre/handed-over', 'handed-over')
    expect((await reads('/kk/centre/handed-over', decided.clerk)).html).toContain(moved.number)
    expect((await reads(`/kk/centre/cases/${stays.number}`, decided.clerk)).html).toContain('орталыққа істі аяқтауға рұқсат берді')
    expect(await say(wider, document)).toMatchObject({ centre: 'withdrawn', offered: nothing.offered, status: 'withdrawn', verdict: 'valid' })
  }, 180_000)

  it('is resumed: valid again everywhere with its whole history, and the moved case stays where it is', async () => {
    const { world, looksWell, reads } = desk
    world.at('2026-03-30 10:00')
    await befalls(centre.certificateId, 'resumption', 'breaches-remedied', 'Бұзушылықтар жойылды.')
    expect(await say(wider, document)).toEqual({
      listed: true, centre: 'valid', offered: [true, true, false, true], choice: [true, true, false, true], status: 'valid', history: ['issued', 'withdrawal', 'resumption'], scope: [true, true, false, true], verdict: 'valid',
    })
    await looksWell(undefined, `/certificates/${wider}`, 'certificate-resumed')
    const [moved, stays] = running
    expect([await stays.step(), (await reads(`/kk/centre/cases/${moved.number}`, decided.clerk)).status]).toEqual(['contract-signed', 404])
  }, 120_000)
})
