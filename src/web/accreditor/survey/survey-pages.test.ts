import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assignSurvey, handOverOnPaper, readSurvey, signSurvey, writeEntries } from '#modules/accreditation/index.ts'
import { aChamber } from '../../../../test/support/accreditation.ts'
import { PNG } from '../../../../test/support/files.ts'
import { aSurveyCase, type SurveyCaseMade } from '../../../../test/support/survey-case.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)
async function assigned(): Promise<SurveyCaseMade> {
  world.at('2026-03-05 10:00')
  const made = await aSurveyCase(world)
  await assignSurvey(world.as(made.accreditor), { caseId: made.caseId, version: await made.version(), surveyors: made.surveyors.map((each) => each.accountId), heldOn: '2026-03-06' })
  world.at('2026-03-06 10:00')
  return made
}
const view = (made: SurveyCaseMade) => readSurvey(world.as(made.surveyors[0]), made.caseId)

describe('the pages of a survey', () => {
  it('offer the printed act of an applicant without an account, name at each field what is missing, and say who signed', async () => {
    const made = await assigned()
    const { officer, region } = await aChamber(world)
    await world.db.run("update accreditation_case set channel = 'paper', region_kato = $2 where id = $1", [made.caseId, region])
    await world.db.run('update role_grant set revoked_at = granted_at, revoked_by = granted_by where account_id = $1', [made.applicant.accountId])
    const { items } = await view(made)
    await writeEntries(world.as(made.surveyors[0]), { caseId: made.caseId, device: 'device-one', entries: items.map((item, place) => ({ seq: place + 1, writtenAt: world.clock.now(), kind: 'mark' as const, body: { item: item.key, mark: 'meets' as const, note: '' } })) })
    for (const each of made.surveyors) await signSurvey(world.as(each), { caseId: made.caseId, version: await made.version() })
    const here = `/accreditor/surveys/${made.caseId}`
    for (const who of [made.surveyors[1], made.accreditor]) expect((await inAllLanguages(await visitor(who), here))[2]).toContain('Enter the act signed on paper')
    const surveyor = await visitor(made.surveyors[1])
    expect((await inAllLanguages(await visitor(officer), `/accreditor/cases/${made.caseId}`))[1]).toContain('Внести акт, подписанный на бумаге')
    const refused = await surveyor.send(`/kk${here}`, { do: 'hand-over', paper: 'survey-act 1', recipient: '' })
    expect([refused.statusCode, ...['deliveredOn', 'recipient', 'capacity', 'scan'].map((field) => refused.body.includes(`-${field}-error"`))]).toEqual([422, true, true, true, true])
    await handOverOnPaper(world.as(made.surveyors[1]), { caseId: made.caseId, version: await made.version(), kind: 'survey-act', no: 1, deliveredOn: '2026-03-06', recipient: 'Асқаров Данияр', capacity: 'директор', scan: { name: 'a.png', bytes: PNG } })
    expect((await inAllLanguages(await visitor(made.accreditor), here))[2]).toContain('Signed on paper by Асқаров Данияр, директор, on 6 March 2026.')
  })

  it('are drawn in three languages for those who work on it', async () => {
    const made = await assigned()
    const here = `/accreditor/surveys/${made.caseId}`
    for (const [who, path, words] of [
      [made.accreditor, '/accreditor/surveys', 'Survey'], [made.accreditor, here, 'Change people or the day'], [made.surveyors[0], `${here}/tablet`, 'Survey on the tablet'],
      [made.applicant, '/applicant/surveys', 'Survey at your location'], [made.applicant, `/applicant/surveys/${made.caseId}`, 'The act appears when'],
    ] as const) expect((await inAllLanguages(await visitor(who), path))[2]).toContain(words)
  })

  it('do not exist for an applicant of another organisation, another surveyor or somebody unknown; the tablet for nobody but the surveyors of the case', async () => {
    const made = await assigned()
    const other = await assigned()
    const here = `/kk/accreditor/surveys/${made.caseId}`
    await (await visitor(other.applicant)).get(`/kk/applicant/surveys/${made.caseId}`, 404)
    await (await visitor(other.surveyors[0])).get(here, 404)
    await (await visitor(other.surveyors[0])).get(`${here}/tablet`, 404)
    await (await visitor(made.accreditor)).get(`${here}/tablet`, 404)
    await (await visitor(made.applicant)).get(here, 404)
    await (await visitor()).get(here, 303)
    await (await visitor(made.accreditor)).get('/kk/accreditor/surveys/not-a-case', 404)
    await (await visitor(made.applicant)).get(`${here}/act`, 404)
  })

  it('are written without a script too: marks, a measurement with a comma, a finding, and what is wrong is said', async () => {
    const made = await assigned()
    const surveyor = await visitor(made.surveyors[0])
    const path = `/kk/accreditor/surveys/${made.caseId}/tablet`
    const marks = { do: 'marks', 'm:safety-fire': 'fails', 'n:safety-fire': 'Сөндіргіш жоқ', 'm:access-seat': 'meets' }
    expect((await surveyor.send(path, marks)).statusCode).toBe(303)
    expect((await surveyor.send(path, marks)).statusCode).toBe(303)
    expect((await surveyor.send(path, { do: 'measurement', what: 'Аудан', value: '42,5', unit: 'm2' })).statusCode).toBe(303)
    expect((await surveyor.send(path, { do: 'finding', text: 'Желдеткіш жоқ', gravity: 'major', remedy: 'Орнату' })).statusCode).toBe(303)
    const refused = await surveyor.send(path, { do: 'measurement', what: 'Аудан', value: 'көп', unit: 'm2' })
    expect([refused.statusCode, refused.body.includes('Санды жазыңыз')]).toEqual([422, true])
    const { stand, log } = await view(made)
    expect([log.length, stand.marks.size, stand.measurements[0]?.value, stand.findings.length]).toEqual([5, 2, '42.5', 1])
  })

  it('take from the island nothing that is no entry, and nothing without its token', async () => {
    const made = await assigned()
    const surveyor = await visitor(made.surveyors[0])
    const page = await surveyor.get(`/kk/accreditor/surveys/${made.caseId}/tablet`)
    const csrf = /data-csrf="([^"]+)"/.exec(page)![1]!
    const send = (payload: unknown, token = csrf) => app.inject({ method: 'POST', url: `/kk/accreditor/surveys/${made.caseId}/entries`, headers: { cookie: surveyor.cookie(), 'x-csrf-token': token, 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
    const entry = { seq: 1, kind: 'mark', writtenAt: '', body: { item: 'safety-fire', mark: 'meets', note: '' } }
    for (const body of [null, {}, { device: 'x', entries: [] }, { device: 'device-one', entries: [{}] }, { device: 'device-one', entries: [{ ...entry, seq: 0 }] }, { device: 'device-one', entries: [{ ...entry, kind: 'photo' }] }, { device: 'device-one', entries: [{ ...entry, body: { item: 1 } }] }]) {
      expect((await send(body)).statusCode, JSON.stringify(body)).toBe(400)
    }
    expect((await send({ device: 'device-one', entries: [entry] }, 'wrong')).statusCode).toBe(403)
    const taken = await send({ device: 'device-one', entries: [entry] })
    expect([taken.statusCode, taken.json().outcomes]).toEqual([200, [{ seq: 1, outcome: 'saved' }]])
    expect((await view(made)).log).toHaveLength(1)
  })
})
