import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import type { Bilingual, PaperCentre, PaperData, PaperQualification } from '#platform/pdf/papers.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { personName } from '#platform/i18n/format.ts'
import { messages } from './messages/index.ts'
import * as store from './store/neighbour-store.ts'

export {
  selectAccommodations as listAccommodations, selectContract as currentContract, selectExamLanguage as examLanguageOf, selectItems as listItems, selectItemsById as listItemsById,
  selectKey as answerKey, selectProgrammeVersion as getProgrammeVersion, selectSitting as findSitting, selectSittingsFor as listSittingsFor, selectSittingsOfAssessor as listSittingsOfAssessor,
} from './store/neighbour-store.ts'
export type { Item, MapStep, ProgrammeContent, SittingRow } from './store/neighbour-store.ts'

export interface DrawnItem {
  itemId: string
  optionOrder: string[]
}

/** Draws a form from its stored seed: as many questions of each topic as the blueprint says, questions and options in the person's own order. */
export function drawForm(items: readonly store.Item[], blueprint: readonly { topic: string; count: number }[], seed: Uint8Array): DrawnItem[] {
  let state = seed.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7)
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const shuffled = <T>(list: readonly T[]): T[] => {
    const all = [...list]
    for (let last = all.length - 1; last > 0; last--) {
      const other = below(last + 1)
      ;[all[last], all[other]] = [all[other]!, all[last]!]
    }
    return all
  }
  const drawn = blueprint.flatMap(({ topic, count }) => shuffled(items.filter((item) => item.topic === topic)).slice(0, count))
  return shuffled(drawn).map((item) => ({ itemId: item.id, optionOrder: shuffled(item.options.map((option) => option.key)) }))
}

/** Puts a paper into the outbox of the renderer in the act's own transaction. */
export async function createPaper<K extends keyof PaperData>(t: Tx, kind: K, data: PaperData[K], of: { caseId: string; centreId: string }) {
  const id = t.newId()
  await store.insertPaper(t.sql, { id, kind, data, at: t.now, ...of })
  return id
}

export function bothDays(day: Day): Bilingual {
  return { kk: formatDay(day, 'kk'), ru: formatDay(day, 'ru') }
}

export interface PaperFrame {
  centre: PaperCentre
  qualification: PaperQualification
  candidate: { name: string; iin: string }
  contact: { who: Bilingual; lines: string }
}

/** Centre, candidate and qualification as every paper of the exam begins with them; the IIN stays masked. */
export async function paperFrame(t: Tx, kase: CaseFile): Promise<PaperFrame> {
  const place = await store.selectPlace(t.sql, kase.centreId, t.today)
  const qualification = await store.selectQualification(t.sql, kase.professionVersionId!)
  const person = await people.getPerson(t, kase.personId)
  const words = { kk: messages.kk.paper, ru: messages.ru.paper }
  const untilIn = (lang: 'kk' | 'ru') => place.certificateUntil ? `№ ${place.certificateNumber}, ${words[lang].until.replace('{day}', formatDay(place.certificateUntil, lang))}` : '—'
  const lines = [place.phone, place.email].filter(Boolean).join(', ')
  const name = { kk: place.nameKk, ru: place.nameRu }
  const profession = qualification.nameKk ?? qualification.nameRu ?? qualification.code
  return {
    centre: { name, bin: place.bin ?? '—', certificate: { kk: untilIn('kk'), ru: untilIn('ru') }, address: { kk: place.addressKk, ru: place.addressRu }, contact: lines },
    qualification: {
      profession: { kk: profession, ru: qualification.nameRu ?? profession }, professionCode: qualification.code,
      level: { kk: words.kk.level.replace('{level}', String(kase.level)), ru: words.ru.level.replace('{level}', String(kase.level)) },
      scope: { kk: words.kk.whole, ru: words.ru.whole },
      basis: { kk: qualification.basisTitleKk ?? qualification.basisTitleRu ?? '—', ru: qualification.basisTitleRu ?? qualification.basisTitleKk ?? '—' },
    },
    candidate: { name: personName(person, 'kk', 'full'), iin: `••••••••${person.iinLastFour}` },
    contact: { who: name, lines },
  }
}

/** The name of the profession in one language, with an honest fallback. */
export async function professionName(t: Tx, kase: CaseFile, lang: Language): Promise<string> {
  const row = await store.selectQualification(t.sql, kase.professionVersionId!)
  return { kk: row.nameKk ?? row.nameRu, ru: row.nameRu ?? row.nameKk, en: row.nameEn ?? row.nameRu ?? row.nameKk }[lang] ?? row.code
}
export async function centreName(t: Tx, centreId: string, lang: Language): Promise<string> {
  const row = await store.selectPlace(t.sql, centreId, t.today)
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[lang]
}
export async function accountName(t: Tx, accountId: string): Promise<string> {
  const row = await store.selectAccountName(t.sql, accountId)
  return row ? personName(row, t.lang, 'full') : '—'
}
