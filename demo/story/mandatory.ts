import { addDays, day, type Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import * as applications from '#modules/applications/index.ts'
import * as mandatory from '#modules/mandatory-outcomes/index.ts'
import { rowsOf } from '../rows.ts'
import type { Teller } from './teller.ts'
import type { Thread } from './walk.ts'

const OFFICER = 'sector-officer'
const NURSE = 'K-0060'
const MIDWIFE = 'K-0653'
const NEUROLOGIST = 'K-0633'

/** Whose documents are invented for the demonstration: nobody can ever hold these numbers. */
const HOLDERS = [
  ['1980-01-10', 'Ермекбаева', 'Роза', 'Қайратқызы'], ['1981-02-11', 'Фёдорова', 'Ирина', 'Павловна'], ['1982-03-12', 'Сейдахметов', 'Ержан', ''], ['1983-04-13', 'Тілеуова', 'Гаухар', 'Дәуренқызы'],
  ['1984-05-14', 'Ким', 'Анна', 'Викторовна'],
] as const

const procedure = (validFrom: Day, terms: readonly [kk: string, ru: string]): mandatory.ProcedureTyped => ({
  actKk: '4-үлгі акт (заң емес)', actRu: 'Демонстрационный акт 4 (не является законом)', form: 'certification', link: 'https://example.kz/sertifikattau', contact: '+7 000 000 40 04\nkabyldau@example.kz', validFrom,
  placeKk: 'Үлгі қаласы, Көрсетілім көшесі, 4\nДүйсенбі–жұма, 9:00–18:00\nКуәлік, диплом, 3×4 сурет', placeRu: 'Город-образец, ул. Демонстрационная, 4\nПонедельник–пятница, 9:00–18:00\nУдостоверение, диплом, фото 3×4',
  termsKk: terms[0], termsRu: terms[1],
})

/** The desk of a sector body: two procedures, one of them changed once, and a handful of documents that bear DEMO in their numbers; one is that of a candidate whose identity a clerk confirmed. */
export async function tellMandatory(teller: Teller, verified: Thread): Promise<void> {
  const officer = (daysAgo: number, time?: string) => teller.as(OFFICER, teller.ago(daysAgo), time)
  const first = procedure(teller.ago(40), ['Өтініш 15 жұмыс күнінде қаралады. Сертификат 5 жылға беріледі.', 'Заявление рассматривают 15 рабочих дней. Сертификат выдают на 5 лет.'])
  await mandatory.publishProcedure(officer(40), { professionCode: NURSE, edition: 0, typed: first })
  await mandatory.publishProcedure(officer(40, '10:20'), { professionCode: MIDWIFE, edition: 0, typed: first })

  const person = (await rowsOf('people')).find((row) => row['key'] === verified.candidate)!
  const registered = async (no: number, daysAgo: number, holder: Pick<mandatory.OutcomeTyped, 'iin' | 'surname' | 'given_name' | 'patronymic'>, change: Partial<mandatory.OutcomeTyped> & { issued_on: Day }) => {
    const { id } = await mandatory.registerOutcome(officer(daysAgo, `11:${10 + no}`), {
      number: `DEMO-04-${String(no).padStart(5, '0')}`, profession: NURSE, ...holder, valid_until: '', ground: `Үлгі комиссияның № ${no} хаттамасы`, ...change,
    })
    return id
  }
  const invented = (place: number) => {
    const [birthOn, surname, given_name, patronymic] = HOLDERS[place]!
    return { iin: makeDemonstrationIin(day(birthOn), 7100 + place).reveal(), surname, given_name, patronymic }
  }
  const own = { iin: person['iin']!, surname: person['surname_kk']!, given_name: person['given_name_kk']!, patronymic: person['patronymic_kk']! }
  const since = (days: number) => addDays(teller.today, -days)

  await registered(1, 36, invented(0), { issued_on: since(400), valid_until: addDays(teller.today, 1400) })
  await registered(2, 36, invented(1), { issued_on: since(1900), valid_until: since(75), profession: MIDWIFE })
  await registered(3, 35, invented(2), { issued_on: since(120), profession: NEUROLOGIST })
  const corrected = await registered(4, 35, invented(3), { issued_on: since(210), valid_until: addDays(teller.today, 1600) })
  const annulled = await registered(5, 34, invented(4), { issued_on: since(300), valid_until: addDays(teller.today, 1500) })
  await registered(6, 30, own, { issued_on: since(500), valid_until: addDays(teller.today, 1300) })

  const { number: _number, surname: _surname, ...same } = { number: '', ...invented(3), profession: NURSE, issued_on: since(210), valid_until: addDays(teller.today, 1600), ground: 'Үлгі комиссияның № 4 хаттамасы' }
  await mandatory.correctOutcome(officer(20), { id: corrected, version: 1, typed: { ...same, surname: 'Тілеубаева' }, reason: 'Некеге тұрғаннан кейін тегі өзгерген (үлгі)' })
  await mandatory.annulOutcome(officer(12), { id: annulled, version: 1, annulledOn: teller.ago(12), reason: 'Органның № 17 бұйрығы (үлгі)' })
  await mandatory.publishProcedure(officer(10), {
    professionCode: NURSE, edition: 1, typed: { ...first, validFrom: teller.ago(10), termsKk: 'Өтініш 10 жұмыс күнінде қаралады. Сертификат 5 жылға беріледі.', termsRu: 'Заявление рассматривают 10 рабочих дней. Сертификат выдают на 5 лет.' },
  })
  await applications.confirmIdentity(teller.as(`c${verified.centre}-operator`, teller.ago(0), '09:20'), { number: verified.number, version: await teller.versionOf(verified.number), iin: person['iin']!, seen: true })
}
