import { addDays, legalDay, type Day, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import type { World } from '../src/entry/world.ts'
import type { Cast } from './people.ts'
import type { DemonstrationRegisters } from './registers.ts'
import { rowsOf } from './rows.ts'

/** Days before the first start on which the centres wrote down what they are. */
const WRITTEN_DAYS = 259

/**
 * What the centres keep on their own desks: in what their examiners are competent, and for the first centre also a site, a day that differs, equipment
 * and conditions of its own. Made by acts of two people; the first centre has something that waits and something that ends soon.
 */
export async function keepOwnDesks(world: World, cast: Cast, registers: DemonstrationRegisters, begins: Moment): Promise<void> {
  const people = await rowsOf('people')
  for (const [serial, centre] of registers.centres) {
    const staff = people.filter((row) => row['centre'] === serial)
    const keyOf = (role: string) => staff.find((row) => row['roles']?.split(';').includes(role))?.['key']
    const [operator, head] = [keyOf('centre-operator'), keyOf('centre-head')]
    if (!operator || !head) continue
    // Assessors everywhere, members of the panel at the first centre: enough to be seen, and quick to load.
    const judges = serial === '01' ? /(?:^|;)(?:assessor|panel-member)(?:;|$)/ : /(?:^|;)assessor(?:;|$)/
    const examiners = staff.filter((row) => judges.test(row['roles'] ?? '')).map((row) => row['key']!).slice(0, 4)
    await writeCompetences(world, cast, { centreId: centre.id, examiners, enters: cast.as(operator, begins), confirms: cast.as(head, begins), endsSoon: serial === '01' ? 'c01-assessor-2' : undefined })
  }
  const first = registers.centres.get('01')
  if (first) await dressFirst(world, cast, first.id, begins)
}

interface Competences {
  centreId: Uuid
  examiners: readonly string[]
  enters: Ctx
  confirms: Ctx
  /** The key of the one whose competence ends soon. */
  endsSoon: string | undefined
}
async function writeCompetences(world: World, cast: Cast, { centreId, examiners, enters, confirms, endsSoon }: Competences): Promise<void> {
  const today = legalDay(world.clock.now())
  const from = addDays(today, -WRITTEN_DAYS)
  const levels = new Map<string, number[]>()
  for (const line of await centres.listOwnScope(world.db, centreId, from)) {
    if (await programmes.findApprovedProgramme(world.db, { centreId, ...line })) levels.set(line.professionCode, [...(levels.get(line.professionCode) ?? []), line.level])
  }
  for (const [place, key] of examiners.entries()) {
    for (const [professionCode, own] of levels) {
      const validUntil: Day | null = key === endsSoon ? addDays(today, 20) : addDays(today, 500)
      const id = await centres.enterCompetence(enters, { centreId, accountId: cast.person(key).accountId, professionCode, levels: own, ground: 'education', document: `ҮЛГІ-${place + 1} диплом, 2012 ж. (үлгі)`, validFrom: from, validUntil })
      await centres.confirmCompetence(confirms, { id })
    }
  }
}

async function dressFirst(world: World, cast: Cast, centreId: Uuid, begins: Moment): Promise<void> {
  const now = world.clock.now()
  const today = legalDay(now)
  const [operator, head] = [cast.as('c01-operator', begins), cast.as('c01-head', begins)]
  await centres.changeCentreContacts(head, { centreId, phone: '+7 000 000 01 01', email: 'centre-01@tanu.example', site: 'https://alatau.tanu.example' })
  const own = { textKk: 'Арнайы киімді кандидат өзімен бірге алып келеді; киімі болмаса, орталық тегін береді.\nОрталыққа кіру рұқсаты емтихан күні жеке куәлік бойынша беріледі.', textRu: 'Спецодежду кандидат приносит с собой; если её нет, центр выдаёт её бесплатно.\nПропуск в центр выдаётся в день экзамена по удостоверению личности.' }
  const id = await centres.draftContractTerms(operator, { centreId, inForceFrom: addDays(legalDay(begins), 1), ...own, none: false })
  await centres.decideContractTerms(head, { id, approve: true, note: '' })
  const rooms = await centres.listRooms(world.db, centreId)
  const workshop = rooms.find((room) => room.nameRu.startsWith('Мастерская')) ?? rooms[0]
  const pieces = [['Дәнекерлеу аппараты', 'Сварочный аппарат', 4], ['Дәнекерлеуші дулығасы', 'Маска сварщика', 6], ['Пісіру пеші', 'Печь для выпечки', 2]] as const
  const made: Uuid[] = []
  for (const [nameKk, nameRu, quantity] of workshop ? pieces : []) {
    made.push(await centres.addEquipment(operator, { centreId, roomId: workshop!.id, nameKk, nameRu, quantity, fromDay: addDays(today, -WRITTEN_DAYS) }))
  }
  const [operatorNow, headNow] = [cast.as('c01-operator', now), cast.as('c01-head', now)]
  await centres.addHoursException(headNow, { centreId, onDay: addDays(today, 12), opens: null, closes: null, noteKk: 'санитарлық күн', noteRu: 'санитарный день' })
  await centres.draftContractTerms(operatorNow, {
    centreId, inForceFrom: addDays(today, 14), none: false, textKk: `${own.textKk}\nЖеке заттар жабылатын шкафта сақталады.`, textRu: `${own.textRu}\nЛичные вещи хранятся в запираемом шкафу.`,
  })
  const oven = made.at(-1)
  if (oven) await centres.reportOutOfOrder(operatorNow, { id: oven, ground: 'Қыздыру элементі күйіп кетті, жөндеуге жіберілді' })
  // A competence for the years after the one that ends soon waits for the head.
  const line = (await centres.listOwnScope(world.db, centreId, today))[0]
  if (line) {
    await centres.enterCompetence(operatorNow, {
      centreId, accountId: cast.person('c01-assessor-2').accountId, professionCode: line.professionCode, levels: [line.level], ground: 'training', document: 'ҮЛГІ-20 куәлік (үлгі)', validFrom: addDays(today, 21), validUntil: addDays(today, 750),
    })
  }
}
