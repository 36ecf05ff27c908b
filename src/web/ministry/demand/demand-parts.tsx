import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { listAllCentres } from '#modules/centres/index.ts'
import { listRegions } from '#modules/professions/index.ts'
import type { WaitingFigures, WaitingLine } from '#modules/statistics/index.ts'
import { namesOfProfessions, type Names } from '../../centre/settings/desk-facts.ts'
import { regionName } from '../../public/region-map.tsx'
import { wholeNumber } from '../../public/words.ts'
import { Table } from '../../ui/table.tsx'
import { demandText } from './demand-text.ts'

/** What the codes of the lines are called. */
export interface DemandNames {
  regions: ReadonlyMap<string, Awaited<ReturnType<typeof listRegions>>[number]>
  centres: ReadonlyMap<string, { name: { kk: string; ru: string; en: string } }>
  professions: Names
}
export async function demandNames(ctx: Ctx, lines: readonly WaitingLine[]): Promise<DemandNames> {
  return {
    regions: new Map((await listRegions(ctx.db)).map((each) => [each.kato, each])), centres: new Map((await listAllCentres(ctx.db)).map((each) => [each.id as string, each])),
    professions: await namesOfProfessions(ctx, lines.map((line) => line.professionCode)),
  }
}
export const regionOf = (names: DemandNames, kato: string, lang: Language): string => { const found = names.regions.get(kato); return found ? regionName(found, lang) : '–' }
export const professionOf = (names: DemandNames, code: string, lang: Language): string => inLanguage(names.professions.get(code) ?? {}, lang) || code

/** When it was counted and which days are looked at. */
export function DemandLead({ of, lang }: { of: WaitingFigures; lang: Language }) {
  const words = demandText(lang)
  return (
    <>
      <p class="t-asof-line"><b>{fill(words.asOf, { date: formatDay(of.asOf, lang) })}</b></p>
      <p>{fill(words.lead, { from: formatDay(of.from, lang, 'numeric'), until: formatDay(of.until, lang, 'numeric') })}</p>
    </>
  )
}

/** Line by line: who waits, and for which seats. */
export function DemandTable({ lines, names, lang, own }: { lines: readonly WaitingLine[]; names: DemandNames; lang: Language; own: boolean }) {
  const words = demandText(lang)
  const number = (n: number) => wholeNumber(n, lang)
  /** All, and those on line; where there are none on line, one number says it. */
  const both = (all: number, onLine: number) => (onLine > 0 ? `${number(all)} / ${number(onLine)}` : number(all))
  return (
    <Table caption={own ? words.own : words.byQualification} captionHidden
      columns={[...(own ? [] : [{ title: words.region }, { title: words.centre }]), { title: words.profession }, { title: words.level, numeric: true }, { title: words.waiting, numeric: true }, { title: words.theory, numeric: true }, { title: words.practice, numeric: true }, { title: words.without, numeric: true }, { title: words.since, noWrap: true }]}
      rows={lines.map((line) => ({
        key: `${line.centreId}/${line.professionCode}/${line.level}`,
        cells: [
          ...(own ? [] : [regionOf(names, line.region, lang), inLanguage(names.centres.get(line.centreId)?.name ?? {}, lang)]), professionOf(names, line.professionCode, lang), String(line.level), <><b>{number(line.waiting)}</b>{line.waitingOnline > 0 && ` / ${number(line.waitingOnline)}`}</>, both(line.theory, line.theoryOnline), both(line.practice, line.practiceOnline),
          line.without > 0 ? <b>{number(line.without)}</b> : number(0), line.since ? formatDay(line.since, lang, 'numeric') : '',
        ],
      }))} />
  )
}

/** The lines as rows of a file. */
export function demandRows(lines: readonly WaitingLine[], names: DemandNames, lang: Language): { header: string[]; rows: (string | number)[][] } {
  return {
    header: [...demandText(lang).header],
    rows: lines.map((line) => [
      regionOf(names, line.region, lang), inLanguage(names.centres.get(line.centreId)?.name ?? {}, lang), professionOf(names, line.professionCode, lang), line.level, line.waiting, line.theory, line.practice, line.seats, line.without, line.since ?? '', line.waitingOnline, line.theoryOnline, line.practiceOnline, line.seatsOnline,
    ]),
  }
}
