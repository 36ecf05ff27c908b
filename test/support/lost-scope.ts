import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { legalDay } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as continuations from '#modules/continuations/index.ts'
import type { ExamCase } from './exam-case.ts'
import type { CentreMade, TestWorld } from './world.ts'

export interface EventOptions {
  /** The professions concerned; without them the whole certificate. */
  professions?: string[]
  from?: Day
  ground?: string
}

/** Two people of the accreditor propose and approve an event of the centre's certificate, today unless another day is named; answers its id. */
export async function certificateEvent(world: TestWorld, centre: Pick<CentreMade, 'certificateId'>, kind: 'withdrawal' | 'resumption' | 'termination', options: EventOptions = {}): Promise<Uuid> {
  const [one, another] = [await world.anOfficial('accreditor'), await world.anOfficial('accreditor')]
  await centres.proposeCertificateEvent(world.as(one), {
    certificateId: centre.certificateId, kind, professions: options.professions ?? null, from: options.from ?? legalDay(world.clock.now()), ground: options.ground ?? 'breaches-found', note: 'Тексеру актісі.', clause: '',
  })
  const { id } = await world.db.one<{ id: Uuid }>('select id from certificate_event where certificate_id = $1 and decided_by is null', [centre.certificateId])
  await centres.decideCertificateProposal(world.as(another), { id, approve: true }, continuations.settleAtOnce)
  return id
}

/** A centre that can take cases of this qualification: scope, price, programme, people. */
export async function aReceivingCentre(world: TestWorld, professionCode: string, options: { price?: number; programme?: boolean } = {}): Promise<CentreMade & { clerk: PersonActor; head: PersonActor }> {
  const centre = await world.aCentre({ professionCode, price: options.price ?? 60_000 })
  if (options.programme !== false) await world.aProgramme(centre.id, professionCode, 4)
  return { ...centre, clerk: await world.aStaffMember(centre.id, ['centre-operator']), head: await world.aStaffMember(centre.id, ['centre-head']) }
}

/** Decides the waiting cases of an event: the chosen fates, for each case as it stands now. */
export async function decide(world: TestWorld, official: PersonActor, loss: { certificateId: string; eventId: string }, fates: { exam: Pick<ExamCase, 'number' | 'version'>; fate: string; to?: string }[], ground = 'Орталықтың аккредиттеуі кері қайтарылды.', requestKey?: string): Promise<{ cases: number }> {
  const chosen: continuations.ChosenFate[] = []
  for (const each of fates) chosen.push({ number: each.exam.number, version: await each.exam.version(), fate: each.fate, toCentreId: each.to ?? '' })
  return continuations.decideRunningCases(world.as(official, requestKey), { certificateId: loss.certificateId as Uuid, eventId: loss.eventId as Uuid, ground, fates: chosen })
}

/** So many more registered cases of the same qualification at the same centre, of people without an account; written by one transaction. */
export async function manyCasesBeside(world: TestWorld, exam: ExamCase, count: number): Promise<void> {
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
    const profession = await t.sql.one<{ id: string }>('select id from profession_version where code = $1', [exam.professionCode])
    for (let n = 1; n <= count; n++) {
      const personId = t.newId()
      await t.sql.run("insert into person (id, iin_cipher, iin_index, iin_last_four, surname, given_name, birth_on, created_at) values ($1, $2, $3, '0000', 'Үлгі', $4, '1990-01-01', $5)", [personId, new Uint8Array([1]), new Uint8Array([n % 256, n >> 8, 7]), `Адам ${n}`, t.now])
      const kase = await casework.openCase(t, { kind: 'recognition', centreId: exam.centre.id, centreSerial: exam.centre.serial, personId, accountId: null, professionCode: exam.professionCode, professionVersionId: profession.id as never, level: 4, step: 'registered', whoseMove: 'centre' })
      await casework.startClock(t, kase, 'T1')
    }
  })
}

/** Reads rows as the system sees them. */
export async function rows<T>(world: TestWorld, sql: string, values: unknown[]): Promise<T[]> {
  return tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
    return t.sql.many<T>(sql, values)
  })
}

/** An application for a case made through the store, which came without one. */
export async function withApplication(world: TestWorld, exam: Pick<ExamCase, 'caseId'>): Promise<void> {
  await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
    await t.sql.run(
      `insert into application (case_id, channel, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding, surname, given_name, patronymic, birth_on, citizenship, phone, email, address, consent_version)
       values ($1, 'online', $2, $3, 'kk', 'kk', 'informal', 'candidate', 'own', 'Сейітқали', 'Нұрлан', 'Ерланұлы', '1990-05-17', 'KZ', '+7 700 000 00 00', 'nurlan@example.kz', 'Алматы', '2026-01')`, [exam.caseId, t.now, t.today])
  })
}
