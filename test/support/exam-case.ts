import { momentAt, type Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import type { CentreMade, TestWorld } from './world.ts'

export interface ExamCase {
  world: TestWorld
  number: string
  caseId: string
  centre: CentreMade
  professionCode: string
  versionId: string
  candidate: PersonActor
  clerk: PersonActor
  invigilator: PersonActor
  assessor: PersonActor
  second: PersonActor
  rooms: [string, string]
  sitting(stage: Stage, on: string, from?: string, to?: string, room?: 0 | 1, seats?: number): Promise<string>
  version(): Promise<number>
  step(): Promise<string>
  kinds(): Promise<string[]>
  /** Notified on Thursday 5 March for Thursday 26 March, theory at 10 and practice at 13. */
  notified(): Promise<{ theory: string; practice: string }>
  /** And briefed on the morning of the exam. */
  briefed(): Promise<void>
  /** And writing since ten o'clock; answers the id of the run. */
  writing(): Promise<string>
}

export interface ExamCaseOptions {
  questions?: number
  stages?: string[]
  extraPercent?: number
  onPaper?: boolean
  /** Another candidate of the same centre, programme and staff. */
  beside?: ExamCase
  /** At this centre, which was made otherwise, for this profession of its scope. */
  at?: { centre: CentreMade; professionCode: string }
  steps?: { no: number; optional: boolean; critical: boolean }[]
  /** The programme lets both stages be taken on line too. */
  bothOnLine?: boolean
}

/** A case whose contract is signed on Monday 2 March 2026, with a programme, staff and rooms; made through the store, as other modules leave it. */
export async function anExamCase(world: TestWorld, options: ExamCaseOptions = {}): Promise<ExamCase> {
  world.at('2026-03-02 10:00')
  const beside = options.beside
  const professionCode = beside?.professionCode ?? options.at?.professionCode ?? (await world.aProfession())
  const centre = beside?.centre ?? options.at?.centre ?? (await world.aCentre({ professionCode }))
  const candidate = await world.aPerson()
  const [clerk, invigilator, assessor, second] = beside ? [beside.clerk, beside.invigilator, beside.assessor, beside.second] : [
    await world.aStaffMember(centre.id, ['centre-operator']), await world.aStaffMember(centre.id, ['invigilator']), await world.aStaffMember(centre.id, ['assessor']), await world.aStaffMember(centre.id, ['assessor']),
  ]
  const questions = options.questions ?? 20
  const steps = options.steps ?? [{ no: 1, optional: false, critical: true }, { no: 2, optional: false, critical: false }, { no: 3, optional: true, critical: false }]
  const words = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru` })
  const content = {
    title: words('Бағдарлама'), topics: [{ code: 'T1', name: words('Тақырып') }, { code: 'T2', name: words('Тақырып 2') }],
    blueprint: [{ topic: 'T1', count: Math.ceil(questions / 2) }, { topic: 'T2', count: Math.floor(questions / 2) }], theoryMinutes: 40,
    map: { title: words('Карта'), task: words('Тапсырма'), minutes: 60, steps: steps.map((step) => ({ ...step, operation: words(`Операция ${step.no}`), criterion: words('Өлшемшарт'), tools: words('Құрал') })) },
    methodology: words('Әдістеме'), briefing: words('Қауіпсіздік'), recommendations: {}, needs: words('Құжат'), ...(options.bothOnLine ? { modes: ['offline', 'online'], practiceModes: ['offline', 'online'] } : { modes: ['offline'] }),
  }
  const made = await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: candidate.accountId })
    const profession = await t.sql.one<{ id: string }>('select id from profession_version where code = $1', [professionCode])
    const kase = await casework.openCase(t, {
      kind: 'recognition', centreId: centre.id, centreSerial: centre.serial, personId: candidate.personId as never, accountId: options.onPaper ? null : candidate.accountId,
      professionCode, professionVersionId: profession.id as never, level: 4, step: 'contract-signed', whoseMove: 'centre',
    })
    await casework.startClock(t, kase, 'T2')
    // A centre that came by an accreditation has its draft already; the version of this case is the next.
    const given = await t.sql.maybe<{ id: string; last: number }>('select p.id, (select max(version_no) from programme_version v where v.programme_id = p.id)::int as last from programme p where p.centre_id = $1 and p.profession_code = $2 and p.level = 4 and p.application_id is null', [centre.id, professionCode])
    const [programmeId, versionId, paperId] = [given?.id ?? t.newId(), (beside?.versionId as never) ?? t.newId(), t.newId()]
    if (!beside) {
      if (!given) await t.sql.run('insert into programme (id, centre_id, profession_code, level, created_at) values ($1, $2, $3, 4, $4)', [programmeId, centre.id, professionCode, t.now])
      await t.sql.run('insert into programme_version (id, programme_id, version_no, content, author_id, created_at, approved_by, approved_at) values ($1, $2, $7, $3, $4, $5, $6, $5)',
        [versionId, programmeId, JSON.stringify(content), clerk.accountId, t.now, invigilator.accountId, (given?.last ?? 0) + 1])
      for (let n = 1; n <= questions; n++) {
        const id = t.newId()
        const multiple = n % 2 === 0
        await t.sql.run('insert into item (id, programme_version_id, code, topic, kind, stem, options) values ($1, $2, $3, $4, $5, $6, $7)',
          [id, versionId, `Q-${String(n).padStart(3, '0')}`, n % 2 === 0 ? 'T2' : 'T1', multiple ? 'multiple' : 'single', JSON.stringify(words(`Сұрақ ${n}`)), JSON.stringify(['a', 'b', 'c', 'd'].map((key) => ({ key, text: words(key) })))])
        await t.sql.run('insert into answer_key (item_id, correct) values ($1, $2)', [id, multiple ? ['a', 'c'] : ['b']])
      }
    }
    await t.sql.run('insert into paper (id, kind, case_id, data, created_at) values ($1, $2, $3, $4, $5)', [paperId, 'contract', kase.id, '{}', t.now])
    await t.sql.run(
      `insert into contract (id, case_id, kind, price, price_list_id, payer, programme_version_id, stages, sent_by, sent_at, accepted_by, accepted_at, accepted_how, paper_id)
       values ($1, $2, 'first', 45000, $3, 'candidate', $4, $5, $6, $7, $8, $7, 'account', $9)`,
      [t.newId(), kase.id, centre.priceListId, versionId, options.stages ?? ['theory', 'practice'], clerk.accountId, t.now, candidate.accountId, paperId])
    if (options.extraPercent) {
      await t.sql.run("insert into accommodation (id, case_id, kind, answer, extra_percent, answered_by, answered_at) values ($1, $2, 'extra-time', 'granted', $3, $4, $5)", [t.newId(), kase.id, options.extraPercent, clerk.accountId, t.now])
    }
    const rooms: [string, string] = beside?.rooms ?? [t.newId(), t.newId()]
    for (const id of beside ? [] : rooms) await t.sql.run("insert into room (id, centre_id, name_kk, name_ru, seats) values ($1, $2, 'Зал', 'Зал', 12)", [id, centre.id])
    return { kase, versionId, rooms }
  })
  const one = <T>(sql: string) => tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: null })
    return t.sql.many<T>(sql, [made.kase.id])
  })
  const self: ExamCase = {
    world, number: made.kase.number, caseId: made.kase.id, centre, professionCode, versionId: made.versionId, candidate, clerk, invigilator, assessor, second, rooms: made.rooms,
    async sitting(stage, on, from = '10:00', to = '12:00', room = 0, seats = 12) {
      const id = newUuid(world.clock.now())
      await world.db.run(
        `insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, invigilator_id, created_by, created_at)
         values ($1, $2, $3, $4, 4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, centre.id, stage, professionCode, made.rooms[room], on, momentAt(on as Day, from), momentAt(on as Day, to), seats, invigilator.accountId, clerk.accountId, world.clock.now()])
      if (stage === 'practice') await world.db.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [id, assessor.accountId])
      return id
    },
    version: async () => (await one<{ version: number }>('select version from case_file where id = $1'))[0]!.version,
    step: async () => (await one<{ step: string }>('select step from case_file where id = $1'))[0]!.step,
    kinds: async () => (await one<{ kind: string }>("select kind from journal_entry where chain = 'case:' || $1 order by seq")).map((row) => row.kind),
    async notified() {
      world.at('2026-03-05 11:00')
      const stages = options.stages ?? ['theory', 'practice']
      const sittings = { theory: await self.sitting('theory', '2026-03-26'), practice: await self.sitting('practice', '2026-03-26', '13:00', '16:00') }
      await exams.sendNotification(world.as(clerk), { number: self.number, version: await self.version(), sittings: Object.fromEntries(Object.entries(sittings).filter(([stage]) => stages.includes(stage))) })
      return sittings
    },
    async briefed() {
      await self.notified()
      world.at('2026-03-26 09:40')
      await exams.holdBriefing(world.as(invigilator), { number: self.number, kinds: ['familiarisation', 'briefing'] })
      if (options.onPaper) await exams.recordPaperConfirmation(world.as(clerk), { number: self.number, kinds: ['familiarisation', 'briefing'] })
      else await exams.confirmBriefing(world.as(candidate), { number: self.number, kinds: ['familiarisation', 'briefing'] })
    },
    async writing() {
      await self.briefed()
      await exams.admitToTheory(world.as(invigilator), { number: self.number, identitySeen: true })
      world.at('2026-03-26 10:00')
      await exams.startTheory(world.as(candidate), { number: self.number })
      return (await exams.readExamRoom(world.as(candidate), { number: self.number })).runId!
    },
  }
  return self
}

/** Answers the first `right` questions of the running exam rightly, the others wrongly. */
export async function answerRightly(exam: ExamCase, runId: string, right: number): Promise<void> {
  const room = await exams.readExamRoom(exam.world.as(exam.candidate), { number: exam.number })
  await exams.saveAnswers(exam.world.as(exam.candidate), {
    runId, changes: room.questions.map((question, place) => ({
      seq: room.lastSeq + place + 1, itemNo: question.no, chosen: question.kind === 'multiple' ? (place < right ? ['a', 'c'] : ['a']) : place < right ? ['b'] : ['d'],
    })),
  })
}
