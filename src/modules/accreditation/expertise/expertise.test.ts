import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as people from '#modules/people/index.ts'
import { anAcceptedApplication, anAccreditationCast, anApplicant, aSubmittedApplication, reviewWhole, versionOf, type AccreditationCast } from '../../../../test/support/accreditation.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as accreditation from '../index.ts'

let world: TestWorld
let cast: AccreditationCast
beforeAll(async () => {
  world = await openTestWorld()
  cast = await anAccreditationCast(world)
})
afterAll(() => world.drop())

const seen = async (caseId: string) => ({ caseId, version: await versionOf(world, caseId) })
const accepted = async () => {
  const mine = { ...cast, ...(await anApplicant(world)) }
  return { ...mine, ...(await anAcceptedApplication(world, mine)) }
}
const assign = async (caseId: string, experts: readonly string[], as = cast.accreditor) => accreditation.assignExperts(world.as(as), { ...(await seen(caseId)), experts })

describe('the expert review of documents', () => {
  it('is made by as many experts as the norm says, assigned by the accreditor alone, and begins after the receipt', async () => {
    const { caseId, officer, applicant } = await accepted()
    for (const actor of [officer, applicant, cast.expert]) expect(await codesOf(assign(caseId, [cast.expert.accountId], actor))).toEqual(['not-found'])
    expect(await codesOf(assign(caseId, []))).toEqual(['accreditation.too-few-experts', 'accreditation.expert-missing'])
    expect(await codesOf(assign(caseId, [applicant.accountId]))).toEqual(['accreditation.expert-unknown'])
    expect(await codesOf(accreditation.readCase(world.as(cast.expert), caseId))).toEqual(['not-found'])
    await assign(caseId, [cast.expert.accountId])
    const { kase, may } = await accreditation.readCase(world.as(cast.expert), caseId)
    expect([kase.whoseMove, may.review]).toEqual(['expert', true])
    const early = await aSubmittedApplication(world, { ...cast, ...(await anApplicant(world)) })
    expect(await codesOf(assign(early.caseId, [cast.expert.accountId]))).toEqual(['accreditation.not-at-this-step'])
  })

  it('is not made by somebody who belongs to the applicant, or who declared a conflict of interest', async () => {
    const { caseId, applicantId } = await accepted()
    const torn = await world.aStaffMember(cast.bodyId, ['accreditation-expert'])
    await people.grantRole(world.system(), { accountId: torn.accountId, role: 'applicant', organisationId: applicantId, validFrom: '2024-01-01' as never })
    expect(await codesOf(assign(caseId, [torn.accountId]))).toEqual(['accreditation.expert-of-applicant'])
    await assign(caseId, [cast.expert.accountId])
    expect(await codesOf(accreditation.declareConflict(world.as(cast.expert), { caseId, conflict: ' ' }))).toEqual(['accreditation.conflict-missing'])
    await accreditation.declareConflict(world.as(cast.expert), { caseId, conflict: 'Туысым осында істейді.' })
    expect(await codesOf(accreditation.giveOpinion(world.as(cast.expert), { caseId, opinion: 'conforms', grounds: 'x' }))).toEqual(['not-found'])
    expect(await codesOf(assign(caseId, [cast.expert.accountId]))).toEqual(['accreditation.expert-declared'])
    await assign(caseId, [cast.second.accountId])
    const shown = await accreditation.readCase(world.as(cast.accreditor), caseId)
    expect(shown.experts.map((each) => [each.accountId, each.steppedBack]).sort()).toEqual([[cast.expert.accountId, true], [cast.second.accountId, false]].sort())
  })

  it('gives an opinion only on the whole checklist and with grounds, once', async () => {
    const { caseId, code } = await accepted()
    await assign(caseId, [cast.expert.accountId])
    const expert = world.as(cast.expert)
    const { checklist } = await accreditation.readCase(expert, caseId)
    expect(checklist).toEqual(['application', 'registration', 'premises', 'staff', `programme/${code}/4`, `staff/${code}/4`, `equipment/${code}/4`])
    expect(await codesOf(accreditation.giveOpinion(expert, { caseId, opinion: '', grounds: '' }))).toEqual(['accreditation.marks-open', 'accreditation.opinion-missing', 'accreditation.grounds-missing'])
    expect(await codesOf(accreditation.fillChecklist(expert, { caseId, marks: [{ item: 'staff', verdict: 'partly', note: '' }] }))).toEqual(['accreditation.mark-note-missing'])
    expect(await codesOf(accreditation.fillChecklist(expert, { caseId, marks: [{ item: 'weather', verdict: 'conforms', note: '' }] }))).toEqual(['accreditation.mark-missing'])
    await reviewWhole(world, cast.expert, caseId)
    expect(await codesOf(accreditation.giveOpinion(expert, { caseId, opinion: 'does-not-conform', grounds: 'x' }))).toEqual(['accreditation.opinion-given-already'])
    expect(await codesOf(accreditation.fillChecklist(expert, { caseId, marks: [{ item: 'staff', verdict: 'conforms', note: '' }] }))).toEqual(['accreditation.opinion-given-already'])
    expect((await accreditation.readCase(expert, caseId)).kase.whoseMove).toBe('accreditor')
  })

  it('is each expert\'s own: nobody sees the opinion of another before all are in, and the applicant only then', async () => {
    const { caseId, applicant } = await accepted()
    await assign(caseId, [cast.expert.accountId, cast.second.accountId])
    await reviewWhole(world, cast.expert, caseId)
    expect((await accreditation.readCase(world.as(cast.second), caseId)).experts.map((each) => each.accountId)).toEqual([cast.second.accountId])
    expect((await accreditation.readCase(world.as(applicant), caseId)).experts).toEqual([])
    expect(await codesOf(accreditation.finishExpertise(world.as(cast.accreditor), await seen(caseId)))).toEqual(['accreditation.opinions-waiting'])
    await reviewWhole(world, cast.second, caseId)
    await accreditation.finishExpertise(world.as(cast.accreditor), await seen(caseId))
    const open = await accreditation.readCase(world.as(applicant), caseId)
    expect([open.kase.step, open.kase.whoseMove, open.experts.length, open.experts.map((each) => each.name)]).toEqual(['survey', 'accreditor', 2, ['', '']])
    const letters = await world.db.many<{ kind: string }>('select kind from letter where account_id = $1 order by created_at, id', [applicant.accountId])
    expect(letters.map((row) => row.kind).sort()).toEqual(['accreditation-accepted', 'accreditation-expertise-finished', 'accreditation-submitted'])
  })

  it('is safe when two experts give their opinion at once: both stand, and the move is the accreditor\'s', async () => {
    const { caseId } = await accepted()
    await assign(caseId, [cast.expert.accountId, cast.second.accountId])
    for (const expert of [cast.expert, cast.second]) {
      const { checklist } = await accreditation.readCase(world.as(expert), caseId)
      await accreditation.fillChecklist(world.as(expert), { caseId, marks: checklist.map((item) => ({ item, verdict: 'conforms', note: '' })) })
    }
    const give = (expert: typeof cast.expert, key: string) => codesOf(accreditation.giveOpinion(world.as(expert, key), { caseId, opinion: 'conforms', grounds: 'Сай.' }))
    expect(await Promise.all([give(cast.expert, 'a'), give(cast.second, 'b')])).toEqual([['done'], ['done']])
    expect(await give(cast.expert, 'a')).toEqual(['done'])
    const { kase, experts, timeline } = await accreditation.readCase(world.as(cast.accreditor), caseId)
    expect([kase.whoseMove, experts.map((each) => each.opinion)]).toEqual(['accreditor', ['conforms', 'conforms']])
    expect(timeline.filter((entry) => entry.kind === 'accreditation-opinion-given')).toHaveLength(2)
    const form = await seen(caseId)
    const ends = await Promise.all([codesOf(accreditation.finishExpertise(world.as(cast.accreditor), form)), codesOf(accreditation.finishExpertise(world.as(cast.accreditor), form))])
    expect(ends.map(([code]) => code).sort()).toEqual(['accreditation.not-at-this-step', 'done'])
  })
})
