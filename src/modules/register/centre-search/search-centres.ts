import { inLanguage, LANGUAGES, type Language, type Localized } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as professions from '#modules/professions/index.ts'
import { todayOf } from '../reads.ts'
import { answers, byWish, countByRegion, linesThatAnswer, offered, type CentreFilter, type CentreSort, type Offered } from './domain/centre-filter.ts'
import { nearestRegion } from './domain/region-tiles.ts'
import { readBoard, type CentreOnBoard } from './read-board.ts'

export interface CentreWish extends Omit<CentreFilter, 'professionCodes' | 'named'> {
  /** Words of the name of a centre, in any of the three languages and however they are spelt. */
  name?: string | undefined
  /** A code of the register, or words as people type them. */
  profession?: string | undefined
  sort: CentreSort
  page: number
  pageSize: number
  lang: Language
}
export interface CentreFound extends CentreOnBoard {
  offer: Offered
}
export interface CentresFound {
  items: CentreFound[]
  total: number
  /** The page that was given; the last one when a later was asked for. */
  page: number
  byRegion: Map<string, number>
  /** What the words were taken for; undefined when no profession was asked for. */
  professions: professions.Profession[] | undefined
  /** A mandatory profession that the words named: centres do not recognise it. */
  mandatory: professions.Profession | undefined
  /** When nothing was found in the region: where the nearest is. */
  nearest: { regionKato: string; count: number } | undefined
}

const COLLATORS: Readonly<Record<Language, Intl.Collator>> = { kk: new Intl.Collator('kk'), ru: new Intl.Collator('ru'), en: new Intl.Collator('en') }

/** So many professions may one search mean; a misspelling fewer. */
const MEANT = 30
const MEANT_BY_MISTAKE = 3

/** Public centres that answer all wishes, in the order wished for, with the figures of the map. */
export async function searchCentres(ctx: Ctx, wish: CentreWish): Promise<CentresFound> {
  const { name, profession, sort, page: asked, pageSize, lang, ...filter } = wish
  const meant = profession ? await professionsMeant(ctx, profession, lang) : undefined
  const board = await readBoard(ctx)
  const ranks = name ? ranksByName(board.map((each) => each.centre), name) : undefined
  const whole: CentreFilter = { ...filter, named: ranks && new Set(ranks.keys()), professionCodes: meant?.voluntary.map((each) => each.code) }
  const { compare } = COLLATORS[lang]
  const found = board.filter((centre) => answers(centre, whole)).map((each): CentreFound => ({ ...each, offer: offered(linesThatAnswer(each, whole)) }))
    .sort(byWish(sort, (a, b) => (ranks ? ranks.get(a.centre.serial)! - ranks.get(b.centre.serial)! : 0) || compare(inLanguage(a.centre.name, lang), inLanguage(b.centre.name, lang)) || (a.centre.serial < b.centre.serial ? -1 : 1)))
  const byRegion = countByRegion(board, whole)
  const near = found.length === 0 && filter.regionKato ? nearestRegion(filter.regionKato, byRegion) : undefined
  const page = Math.min(asked, Math.max(1, Math.ceil(found.length / pageSize)))
  return {
    items: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, byRegion, professions: meant?.voluntary, mandatory: meant?.mandatory,
    nearest: near ? { regionKato: near, count: byRegion.get(near)! } : undefined,
  }
}

/** Centres that answer words of a name, by their number, the nearest first: the same forgiving search as that of professions. */
export function ranksByName(all: readonly { serial: string; name: Localized }[], words: string): Map<string, number> {
  const index = professions.searchIndex(all.map((each) => ({ code: each.serial, texts: LANGUAGES.flatMap((lang) => each.name[lang] ?? []) })))
  return new Map(professions.searchBest(index, words, all.length).matches.map((match, rank) => [match.code, rank]))
}

async function professionsMeant(ctx: Ctx, words: string, lang: Language): Promise<{ voluntary: professions.Profession[]; mandatory: professions.Profession | undefined }> {
  const { items, matched } = await professions.searchProfessions(ctx.db, { q: words, page: 1, pageSize: MEANT, lang, on: todayOf(ctx) })
  const meant = matched === 'typo' ? items.slice(0, MEANT_BY_MISTAKE) : items
  const voluntary = meant.filter((each) => each.track === 'voluntary')
  return { voluntary, mandatory: voluntary.length === 0 ? meant.find((each) => each.track === 'mandatory') : undefined }
}
