import { Denial } from '#kernel/denial.ts'
import type { Day } from '#kernel/day.ts'
import { inLanguage, LANGUAGES, type Language } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Track } from './domain/profession.ts'
import { searchBest, searchIndex, type SearchIndex } from './domain/search-index.ts'
import type { MatchKind } from './domain/search-key.ts'
import { selectCurrentProfessions, selectProfession, selectProfessionVersion, selectNextRegisterDay, selectRegisterStamp, selectVersionsOf, selectVersionsOfCodes, type Profession } from './store/profession-store.ts'

/** The version in force on the day, or undefined where the register has no such entry then. */
export async function findProfession(sql: Sql, code: string, on: Day): Promise<Profession | undefined> {
  return selectProfession(sql, code, on)
}

/** The version in force on the day, of a struck entry the last one; undefined where nothing was ever in force. */
export async function findProfessionOrStruck(sql: Sql, code: string, on: Day): Promise<Profession | undefined> {
  return (await selectProfession(sql, code, on)) ?? (await selectVersionsOf(sql, code)).find((each) => each.validUntil !== null && each.validFrom < each.validUntil && each.validUntil <= on)
}

/** Names by code in one read: of the version in force on the day, of a struck entry of the last one before it. */
export async function namesOfProfessions(sql: Sql, codes: readonly string[], on: Day): Promise<Map<string, Profession['name']>> {
  const names = new Map<string, Profession['name']>()
  if (codes.length === 0) return names
  for (const version of await selectVersionsOfCodes(sql, [...new Set(codes)])) if (version.validFrom <= on) names.set(version.code, version.name)
  return names
}

/** Since which day the version is in force no more, seen from `on`; null while it is in force or still to come. */
export function struckOn(version: Pick<Profession, 'validUntil'>, on: Day): Day | null {
  return version.validUntil !== null && version.validUntil <= on ? version.validUntil : null
}

/** The version in force on the day, of a struck entry the last one; refuses with 404 what never was in the register. */
export async function getProfessionOrStruck(sql: Sql, code: string, on: Day): Promise<Profession> {
  const found = await findProfessionOrStruck(sql, code, on)
  if (!found) throw new Denial('not-found')
  return found
}

/** The version in force on the day; refuses with 404 what is not in the register then. */
export async function getProfession(sql: Sql, code: string, on: Day): Promise<Profession> {
  const found = await selectProfession(sql, code, on)
  if (!found) throw new Denial('not-found')
  return found
}

/** The version a case was opened under, in force or not. */
export async function getProfessionVersion(sql: Sql, versionId: string): Promise<Profession> {
  const found = await selectProfessionVersion(sql, versionId)
  if (!found) throw new Denial('not-found')
  return found
}

export interface ProfessionSearch {
  q?: string
  track?: Track
  fieldCode?: string
  /** Only these codes, e.g. those that centres of a region may recognise. */
  among?: ReadonlySet<string>
  page: number
  pageSize: number
  /** The legal day for which the register is asked. */
  on: Day
  /** Orders an unsearched list by the name in this language. */
  lang?: Language
}
export interface ProfessionPage {
  items: Profession[]
  total: number
  /** How the query was met; 'typo' means that only misspellings answered. */
  matched?: MatchKind
}

interface Index {
  stamp: string
  /** The days for which it was read: no version begins or ends from the first to before the last of them. */
  from: Day
  until: Day | null
  entries: readonly Profession[]
  byCode: ReadonlyMap<string, Profession>
  search: SearchIndex
  sorted: Map<Language, readonly Profession[]>
}

const kept = new Map<string, Index>()

/** All entries in force on the day; kept in the process and read anew when the register has changed or a day of change has come. */
export async function listCurrentProfessions(sql: Sql, on: Day): Promise<readonly Profession[]> {
  return (await index(sql, on)).entries
}

/** A page of the register: by name, or by how well an entry answers what was typed. */
export async function searchProfessions(sql: Sql, search: ProfessionSearch): Promise<ProfessionPage> {
  const known = await index(sql, search.on)
  const q = search.q?.trim() ?? ''
  const wanted = (each: Profession) =>
    (!search.track || each.track === search.track) && (!search.fieldCode || each.fieldCode === search.fieldCode) && (!search.among || search.among.has(each.code))
  if (q === '') return pageOf(sortedBy(known, search.lang ?? 'ru').filter(wanted), search)
  const byCode = known.byCode.get(q.toUpperCase())
  if (byCode) return { ...pageOf([byCode].filter(wanted), search), matched: 'exact' }
  const { matches, total } = searchBest(known.search, q, search.page * search.pageSize, isFiltered(search) ? (code) => wanted(known.byCode.get(code)!) : undefined)
  const items = matches.slice((search.page - 1) * search.pageSize).map((match) => known.byCode.get(match.code)!)
  return matches[0] ? { items, total, matched: matches[0].kind } : { items, total }
}

function isFiltered({ track, fieldCode, among }: ProfessionSearch): boolean {
  return track !== undefined || fieldCode !== undefined || among !== undefined
}

function pageOf(all: readonly Profession[], { page, pageSize }: { page: number; pageSize: number }): ProfessionPage {
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length }
}

function sortedBy(known: Index, lang: Language): readonly Profession[] {
  let sorted = known.sorted.get(lang)
  if (!sorted) {
    const { compare } = new Intl.Collator({ kk: 'kk', ru: 'ru', en: 'en' }[lang])
    sorted = known.entries.toSorted((a, b) => compare(inLanguage(a.name, lang), inLanguage(b.name, lang)))
    known.sorted.set(lang, sorted)
  }
  return sorted
}

async function index(sql: Sql, on: Day): Promise<Index> {
  const { database, stamp } = await selectRegisterStamp(sql)
  const before = kept.get(database)
  if (before?.stamp === stamp && before.from <= on && (before.until === null || on < before.until)) return before
  const until = await selectNextRegisterDay(sql, on)
  const entries = await selectCurrentProfessions(sql, on)
  const fresh: Index = {
    stamp, from: on, until, entries, byCode: new Map(entries.map((each) => [each.code, each])),
    search: searchIndex(entries.map((each) => ({ code: each.code, texts: [...LANGUAGES.map((lang) => each.name[lang] ?? ''), ...each.synonyms] }))),
    sorted: new Map(),
  }
  kept.set(database, fresh)
  return fresh
}
