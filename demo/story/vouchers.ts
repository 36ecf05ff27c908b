import { subtractWorkingDays, isWorkingDay } from '#kernel/calendar.ts'
import { addDays, day, yearOf, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as applications from '#modules/applications/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { rowsOf } from '../rows.ts'
import { slidesOf2025 } from '../vouchers-2025.ts'
import type { Teller } from './teller.ts'

const ZHETYSU = '330000000'
const AKMOLA = '110000000'
const DESKS = { [ZHETYSU]: 'career-zhetysu', [AKMOLA]: 'career-akmola' } as const
type Region = keyof typeof DESKS

/** Places of Zhetysu in the demonstration's plan: so few that the line and the forecast have something to say. */
const FEW = 10
const VALID_DAYS = 45
/** The first working days ago on which somebody of the story asks. */
const FIRST = 42

interface Asked {
  person: string
  region: Region
  profession: string
  level: number
  centre?: string
}

export interface VoucherStory {
  /** Asks so many working days ago and is granted on the next; undefined where the voucher would not be in force on the day of the application. */
  held(who: Asked, daysAgo: number, applies: number): Promise<Uuid | undefined>
  /** Those who have no case: under review, refused, in force, extended, lapsed; and the orders of the year. */
  others(): Promise<void>
}

/**
 * Vouchers of the year in which the story plays, by two career centres and the ministry. Nobody asks after the last day of filing: in November and December
 * the story asks on that day instead. The plan is the demonstration's own and says so.
 */
export async function openVouchers(teller: Teller): Promise<VoucherStory> {
  const people = await rowsOf('people')
  const year = yearOf(teller.ago(FIRST))
  const lastDay = lastWorkingDay(teller, day(`${year}-11-01`))
  const inTime = (wanted: Day): Day => (wanted <= lastDay ? wanted : lastDay)
  const iinOf = (key: string) => people.find((row) => row['key'] === key)!['iin']!

  for (const [regionKato, key] of Object.entries(DESKS)) {
    const actor = teller.as(key, teller.ago(FIRST + 3)).actor
    if (actor.kind === 'person') await vouchers.enterCareerCentre(teller.system(teller.ago(FIRST + 3)), { organisationId: actor.roles[0]!.organisationId, regionKato })
  }
  await planOfYear(teller, year)

  async function ask({ person, region, profession, level, centre }: Asked, on: Day): Promise<Uuid> {
    await vouchers.simulateEmployment(teller.system(on), [{ iin: iinOf(person), regionKato: region, registeredFrom: addDays(on, -120), registeredUntil: null }])
    return vouchers.requestVoucher(teller.as(person, on, '11:40'), { professionCode: profession, level, centreId: centre ? teller.centreId(centre) : null, regionKato: region })
  }
  const granted = async (who: Asked, on: Day): Promise<Uuid> => {
    const id = await ask(who, on)
    return vouchers.grantVoucher(teller.as(DESKS[who.region], teller.after(on, 1), '10:20'), {
      id, identitySeen: true, note: who.region === AKMOLA ? 'Центр подтвердил, что откроет сеанс в срок ваучера.' : 'Орталық ваучер мерзімінде сеанс ашатынын растады.',
    })
  }
  return {
    async held(who, daysAgo, applies) {
      const on = inTime(teller.ago(daysAgo))
      const id = await granted(who, on)
      const [from, until] = [teller.after(on, 1), addDays(teller.after(on, 1), VALID_DAYS)]
      return from <= teller.ago(applies) && teller.ago(applies) <= until ? id : undefined
    },
    async others() {
      await ask({ person: 'aidos', region: ZHETYSU, profession: 'K-0007', level: 4 }, inTime(teller.ago(1)))
      const refused = await ask({ person: 'marzhan', region: ZHETYSU, profession: 'K-0001', level: 4 }, inTime(teller.ago(12)))
      await vouchers.refuseVoucher(teller.as(DESKS[ZHETYSU], teller.after(inTime(teller.ago(12)), 2), '15:10'), {
        id: refused, ground: 'DOCUMENTS_MISSING', reason: 'Стандарт сұрайтын еңбек құжатының көшірмесі ұсынылмады.', remedy: 'Еңбек кітапшасының немесе еңбек шартының көшірмесін алып, өтінішті қайта беріңіз.',
      })
      await granted({ person: 'bolat', region: ZHETYSU, profession: 'K-0007', level: 4 }, inTime(teller.ago(6)))
      const extended = await granted({ person: 'galina', region: AKMOLA, profession: 'K-0001', level: 4 }, inTime(teller.ago(15)))
      await vouchers.extendVoucher(teller.as(DESKS[AKMOLA], teller.after(inTime(teller.ago(15)), 6), '09:50'), { id: extended, ground: 'incapacity', days: 10, paper: 'Лист о временной нетрудоспособности № 4417' })
      await granted({ person: 'ruslan', region: AKMOLA, profession: 'K-0016', level: 5 }, inTime(teller.ago(FIRST)))
      await vouchers.annulLapsed(teller.system(teller.today, '08:00'), applications.noteLapse)
      const waiting = await vouchers.proposeTransfer(teller.as('ministry-2', teller.ago(1), '16:30'), { year, from: '710000000', to: ZHETYSU, places: 5, ground: 'Обращение карьерного центра области Жетісу (демонстрация)', document: 'Проект № 31 (демонстрация)' })
      if (!waiting) throw new Error('the order was not proposed')
    },
  }
}

/** The plan of 2025 with few places for Zhetysu, and a transfer from Akmola: proposed by one, approved by another. */
async function planOfYear(teller: Teller, year: number): Promise<void> {
  const on = teller.ago(FIRST + 2)
  const lines = (await slidesOf2025()).map(({ region, plan }) => ({ region, places: region === ZHETYSU ? FEW : plan }))
  const plan = await vouchers.proposePlan(teller.as('ministry-1', on, '10:00'), { year, lines, total: lines.reduce((sum, line) => sum + line.places, 0), ground: 'Көрсетілім жоспары: нақты жоспар емес', document: '№ 1 (көрсетілім)' })
  await vouchers.decideOrder(teller.as('ministry-2', on, '15:00'), { id: plan, approve: true, note: '' })
  const transfer = await vouchers.proposeTransfer(teller.as('ministry-1', teller.ago(FIRST + 1), '11:00'), { year, from: AKMOLA, to: ZHETYSU, places: 4, ground: 'Жетісу мансап орталығының өтінімі (көрсетілім)', document: '№ 7 (көрсетілім)' })
  await vouchers.decideOrder(teller.as('ministry-2', teller.ago(FIRST + 1), '17:00'), { id: transfer, approve: true, note: '' })
}

function lastWorkingDay({ calendar }: Teller, on: Day): Day {
  return isWorkingDay(calendar, on) ? on : subtractWorkingDays(calendar, on, 1)
}
