import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moment, type Day, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { Language } from '#kernel/localized.ts'
import type { PersonActor, Role } from '#platform/acts/actor.ts'
import { settableClock } from '#platform/acts/clock.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { tx } from '#platform/acts/tx.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import type { FileStore } from '#platform/files/store.ts'
import * as people from '#modules/people/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { firstStart } from '../../src/entry/first-start.ts'
import { assertInstanceKind } from '../../src/entry/instance.ts'
import { openWorld, type World } from '../../src/entry/world.ts'
import { freshDatabase, makeTemplate } from './database.ts'

/** A world of one test file: its own database, a clock that stands where it is put, makers of people and places. */
export interface TestWorld extends Omit<World, 'clock'> {
  clock: World['clock'] & { set(to: Moment): void }
  /** Sets the clock to an Almaty wall time, `2026-03-05 10:00`. */
  at(text: string): void
  as(actor: PersonActor, requestKey?: string): Ctx
  aPerson(overrides?: Partial<PersonSeed>): Promise<PersonActor>
  /** A person who holds roles at an organisation; the actor is read anew, so the roles are in it. */
  aStaffMember(organisationId: Uuid, roles: readonly Role[]): Promise<PersonActor>
  /** A person of the ministry, the National body or the chamber. */
  anOfficial(role: 'ministry' | 'national-body' | 'accreditor' | 'auditor'): Promise<PersonActor>
  aCentre(overrides?: Partial<CentreSeed>): Promise<CentreMade>
  aProfession(overrides?: Partial<ProfessionSeed>): Promise<string>
  /** An approved version of the welder's programme at the centre, written and approved by two people; answers its id. */
  aProgramme(centreId: Uuid, professionCode: string, level: number): Promise<Uuid>
  /** As the owner of the tables. */
  ownerUrl: string
  drop(): Promise<void>
  /** Closes the world and keeps it for others to begin with: its files go to the folder; answers the name of its database. */
  keep(folder: string): Promise<string>
}

export interface PersonSeed {
  surname: string
  givenName: string
  patronymic: string
  birthOn: string
  lang: Language
}
export interface CentreSeed {
  professionCode: string
  level: number
  certificateFrom: Day
  certificateUntil: Day
  price: number
}
export interface CentreMade {
  id: Uuid
  serial: string
  certificateId: Uuid
  priceListId: Uuid
}
export interface ProfessionSeed {
  code: string
  track: 'voluntary' | 'mandatory'
  levels: number[]
  educationRequired: boolean
  experienceRequired: boolean
  validityMonths: number | null
  ageMin: number | null
}

const START = '2026-03-02T04:00:00.000Z'

/** A world that was kept: its database, and the folder of its files. */
export interface KeptWorld {
  database: string
  files: string
}

/** Opens a world on a fresh database with the reference data, or on a copy of one that was kept, its files in a folder unless said; Monday 2 March 2026, 9 o'clock in Almaty. */
export async function openTestWorld(from?: KeptWorld, { files }: { files?: FileStore } = {}): Promise<TestWorld> {
  const database = await freshDatabase(from?.database)
  const filesFolder = await mkdtemp(join(tmpdir(), 'tanu-test-files-'))
  if (from) await cp(from.files, filesFolder, { recursive: true })
  const clock = settableClock(moment(START))
  const world = openWorld({ files, databaseUrl: database.appUrl, filesFolder, secret: 'a secret that is only good for tests, and long', demo: true, publicUrl: 'http://127.0.0.1:3000', clock, connections: 6 })
  await assertInstanceKind(world)
  await firstStart(world, { say: () => {}, bare: true })
  let serial = 0

  const test: TestWorld = {
    ...world, clock, ownerUrl: database.ownerUrl,
    at(text) {
      const [day, time] = text.split(' ') as [string, string]
      clock.set(moment(new Date(`${day}T${time}:00+05:00`).toISOString()))
    },
    as: (actor, requestKey) => ({
      ...world.context(actor, actor.lang),
      ...(requestKey ? { requestKey: { key: requestKey, hash: new TextEncoder().encode(requestKey) } } : {}),
    }),
    async aPerson(overrides = {}) {
      serial++
      const birthOn = overrides.birthOn ?? '1990-05-17'
      const email = `person-${serial}-${database.name}@example.kz`
      await people.openAccount(world.system(), {
        iin: makeDemonstrationIin(birthOn as Day, serial).reveal(), surname: overrides.surname ?? 'Сейітқали', givenName: overrides.givenName ?? 'Нұрлан',
        patronymic: overrides.patronymic ?? 'Ерланұлы', birthOn, email, password: null, lang: overrides.lang ?? 'kk', phone: '+7 700 000 00 00', address: 'Алматы',
      })
      const row = await world.db.one<{ id: Uuid }>('select id from account where email = $1', [email])
      return (await people.personActor(world, row.id))!
    },
    async aStaffMember(organisationId, roles) {
      const person = await test.aPerson({ surname: 'Ыдырысова', givenName: 'Гүлмира', patronymic: '' })
      for (const role of roles) await people.grantRole(world.system(), { accountId: person.accountId, role, organisationId, validFrom: '2024-01-01' as Day })
      return (await people.personActor(world, person.accountId))!
    },
    async anOfficial(role) {
      const kind = role === 'accreditor' ? 'national-chamber' : role === 'auditor' ? 'ministry' : role
      const office = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind, bin: null, nameKk: 'Мекеме', nameRu: 'Учреждение', nameEn: 'Office', demonstration: true }))
      return test.aStaffMember(office, [role])
    },
    async aProfession(overrides = {}) {
      serial++
      const code = overrides.code ?? `K-T${String(serial).padStart(3, '0')}`
      const made = { track: 'voluntary', levels: [3, 4], educationRequired: false, experienceRequired: false, validityMonths: 60, ageMin: null, ...overrides }
      await world.db.run('insert into profession (code, created_at) values ($1, $2) on conflict do nothing', [code, clock.now()])
      await world.db.run(
        `insert into profession_version (id, code, version_no, valid_from, name_kk, name_ru, name_en, track, basis, basis_title_kk, basis_title_ru, levels, education_required,
           experience_required, validity_months, age_min, search_key, provenance, attributes_provenance)
         values (gen_random_uuid(), $1, 1, '2024-01-01', 'Электргазбен дәнекерлеуші', 'Электрогазосварщик', 'Electro-gas welder', $2, 'standard', 'Дәнекерлеу', 'Сварка', $3, $4, $5, $6, $7, '', 'demonstration', 'demonstration')`,
        [code, made.track, made.levels, made.educationRequired, made.experienceRequired, made.validityMonths, made.ageMin])
      return code
    },
    async aCentre(overrides = {}) {
      serial++
      const professionCode = overrides.professionCode ?? (await test.aProfession())
      const level = overrides.level ?? 4
      const centreSerial = String(10 + serial).padStart(2, '0')
      const made = await tx(world.system(), 'organisation.create', async (t) => {
        const id = await people.createOrganisation(t, { kind: 'centre', bin: null, nameKk: 'Шеберлік орталығы (үлгі)', nameRu: 'Центр мастерства (образец)', nameEn: 'Centre of mastery (sample)', demonstration: true })
        const certificateId = t.newId()
        const priceListId = t.newId()
        await t.sql.run(
          `insert into centre (id, serial, region_kato, address_kk, address_ru, phone, email, hours_kk, hours_ru, public_from, provenance)
           values ($1, $2, '150000000', 'Хромтау, Абай к-сі, 12', 'Хромтау, ул. Абая, 12', '+7 700 000 00 00', 'centre@example.kz', '9:00–18:00', '9:00–18:00', '2024-01-01', 'demonstration')`, [id, centreSerial])
        await t.sql.run('insert into accreditation_certificate (id, centre_id, number, valid_from, valid_until) values ($1, $2, $3, $4, $5)',
          [certificateId, id, `T-${centreSerial}`, overrides.certificateFrom ?? '2025-01-01', overrides.certificateUntil ?? '2027-12-31'])
        await t.sql.run('insert into centre_scope (certificate_id, profession_code, level) values ($1, $2, $3)', [certificateId, professionCode, level])
        await t.sql.run("insert into price_list (id, centre_id, in_force_from, published_at) values ($1, $2, '2025-01-01', $3)", [priceListId, id, t.now])
        await t.sql.run('insert into price (price_list_id, profession_code, level, amount, retake_theory, retake_practice, retake_both) values ($1, $2, $3, $4, 10000, 20000, 25000)',
          [priceListId, professionCode, level, overrides.price ?? 45000])
        return { id, serial: centreSerial, certificateId, priceListId }
      })
      return made
    },
    async aProgramme(centreId, professionCode, level) {
      const json = JSON.parse(readFileSync(join(projectRoot(), 'demo/programmes/welder.json'), 'utf8')) as programmes.ProgrammeFile
      const author = test.as(await test.aStaffMember(centreId, ['assessor']))
      // A centre accredited a moment ago has the draft of its application.
      const given = (await programmes.listProgrammes(author, centreId)).find(({ version }) => version.state === 'draft' && version.professionCode === professionCode && version.level === level)
      const versionId = given?.version.id ?? await programmes.importProgramme(author, { centreId, professionCode, level, json })
      await programmes.submitProgramme(author, { versionId, revision: 1 })
      await programmes.approveProgramme(test.as(await test.aStaffMember(centreId, ['centre-head'])), { versionId, revision: 2 })
      return versionId
    },
    async drop() {
      await world.close()
      await database.drop()
      await rm(filesFolder, { recursive: true, force: true })
    },
    async keep(folder) {
      await world.close()
      await makeTemplate(database.name)
      await cp(filesFolder, folder, { recursive: true })
      await rm(filesFolder, { recursive: true, force: true })
      return database.name
    },
  }
  return test
}
