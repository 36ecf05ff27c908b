import type { ComponentChildren } from 'preact'
import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { may } from '#platform/acts/policy.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Chart } from '../../ui/chart.tsx'
import { FilterInput, Filters, FilterSelect, Chips } from '../../ui/filters.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { IconLinks, type IconLink } from '../../ui/ticket.tsx'
import { Tiles, TileScale, type Tile, type TileStep } from '../../ui/tiles.tsx'
import { Details } from '../../ui/why.tsx'
import { tileOf } from '../region-map.tsx'
import { wholeNumber } from '../words.ts'
import { nameOf, type StatisticsData } from './data.ts'
import { STATISTICS } from './texts.ts'

export const THEMES = ['overview', 'register', 'recognised', 'vouchers', 'road', 'outcomes', 'demand', 'nation'] as const
export type Theme = (typeof THEMES)[number]

/** The tables of a theme that are shown of one region, profession or direction when the address asks for it. */
export const TABLES_OF: Readonly<Partial<Record<Theme, readonly statistics.TableId[]>>> = { register: ['register', 'centres', 'covered'], recognised: ['recognised'], outcomes: ['outcomes'], demand: ['demand', 'forecast'] }

/** The address of a theme with the day, the year and the filter of the page. */
export function addressOf(lang: Language, theme: Theme, { asOf, today, year, filter }: Pick<StatisticsData, 'asOf' | 'today' | 'year' | 'filter'>, changes: { year?: number } = {}): string {
  const query = new URLSearchParams()
  if (asOf !== today) query.set('asOf', asOf)
  const shown = changes.year ?? year
  if (shown !== undefined) query.set('year', String(shown))
  if (filter && (TABLES_OF[theme] ?? []).some((id) => statistics.FILTERS_OF[id].includes(filter.by))) query.set(filter.by, filter.value)
  const text = query.toString()
  return `/${lang}/statistics${theme === 'overview' ? '' : `/${theme}`}${text ? `?${text}` : ''}`
}

interface FrameProps {
  data: StatisticsData
  lang: Language
  theme: Theme
  demo: boolean
  heading: string
  lead?: string
  /** Years a page may be asked for, and the one it shows. */
  years?: readonly number[]
  year?: number
  children: ComponentChildren
}

/** The frame of every page: what it tells, as of which day, the other themes, what is withheld and why. */
export function Frame({ data, lang, theme, demo, heading, lead, years = [], year, children }: FrameProps) {
  const t = STATISTICS[lang]
  return (
    <div class="t-stack">
      <h1>{heading}</h1>
      <p class="t-asof-line"><b>{fill(t.asOf, { date: formatDay(data.asOf, lang) })}</b><span>{fill(t.counted, { moment: formatMoment(data.summary.countedAt, lang) })}</span></p>
      {lead && <p class="t-lead">{lead}</p>}
      {demo && <NoticeBox tone="sun">{t.demo}</NoticeBox>}
      {data.wrongDay && <p role="status">{t.wrongDay}</p>}
      {data.wrongFilter && <p role="status">{t.wrongFilter}</p>}
      <Chips label={t.themesLabel} items={THEMES.map((each) => ({ href: addressOf(lang, each, data), text: t.themes[each], current: each === theme }))} />
      <Filters action={`/${lang}/statistics${theme === 'overview' ? '' : `/${theme}`}`}>
        <FilterInput name="asOf" type="date" label={t.asOfField} value={data.asOf} />
        {years.length > 0 && <FilterSelect name="year" label={t.year} value={String(year)} options={years.map((each) => ({ value: String(each), label: String(each) }))} />}
        <FeatureSelects data={data} lang={lang} theme={theme} />
      </Filters>
      {children}
      <p class="t-src"><span>{fill(t.suppressed, { k: data.summary.k, mark: t.withheldMark })}</span></p>
    </div>
  )
}

/** One select for each feature of the theme; in the address one at a time. */
function FeatureSelects({ data, lang, theme }: { data: StatisticsData; lang: Language; theme: Theme }) {
  const t = STATISTICS[lang]
  const tables = TABLES_OF[theme] ?? []
  const valuesOf = (by: statistics.FilterBy): readonly string[] => {
    if (by === 'region') return data.regions.map((each) => each.kato)
    if (by === 'direction') return data.fields.map((each) => each.code)
    const found = new Set(tables.flatMap((id) => data.summary.tables[id].flatMap((row) => ('by' in row ? (row['by'] === by ? String(row['value']) : []) : row[by] === undefined ? [] : String(row[by])))))
    if (data.filter?.by === by) found.add(data.filter.value)
    return [...found]
  }
  return (
    <>
      {statistics.FILTERS.filter((by) => tables.some((id) => statistics.FILTERS_OF[id].includes(by))).map((by) => (
        <FilterSelect key={by} name={by} label={t.columns[by]} value={data.filter?.by === by ? data.filter.value : ''}
          options={[{ value: '', label: t.behind.any }, ...valuesOf(by).map((value) => ({ value, label: nameOf(data, lang, by, value) })).sort((a, b) => a.label.localeCompare(b.label, lang))]} />
      ))}
    </>
  )
}

/** Rows behind a number are asked by region and profession; a direction they do not know. */
function rowQuery(text: string): string {
  const query = new URLSearchParams(text)
  query.delete('direction')
  return query.toString()
}

/** A number of people as it is told, or the sign of what is not. */
export function told(value: number | undefined, lang: Language): string {
  return value === undefined ? STATISTICS[lang].withheldMark : wholeNumber(value, lang)
}

interface PictureProps {
  id: string
  title: string
  lead?: string | undefined
  table: statistics.TableId
  data: StatisticsData
  lang: Language
  actor: Actor
  /** The same numbers as a table. */
  rows?: ComponentChildren
  open?: boolean
  /** What a drawn file of the picture is asked for. */
  drawing?: Readonly<Record<string, string | number>> | undefined
  /** Where the entitled see the rows behind it. */
  rowsAt?: Readonly<Record<string, string | number>> | undefined
  rowsOf?: statistics.RowKind | undefined
  /** Rows that anybody may see: a page of the public registers. */
  openRows?: string | undefined
  children: ComponentChildren
}

/** A picture with its definition, its table, its files, and for the entitled the way to its rows. */
export function Picture({ id, title, lead, table, data, lang, actor, rows, open, drawing, rowsAt, rowsOf, openRows, children }: PictureProps) {
  const t = STATISTICS[lang]
  const { title: name, definition } = statistics.messages[lang].tables[table]
  const filter = data.filter && statistics.FILTERS_OF[table].includes(data.filter.by) ? { [data.filter.by]: data.filter.value } : {}
  const query = (more: Readonly<Record<string, string | number>>) => new URLSearchParams({ ...(data.asOf === data.today ? {} : { asOf: data.asOf }), ...filter, ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, String(value)])) }).toString()
  const fileQuery = query({})
  const hidden = <span class="t-vh">: {name}</span>
  const links: IconLink[] = [
    ...(Object.keys(statistics.TABLE_TYPES) as statistics.TableType[]).map((type) => ({ href: `/api/v1/statistics/datasets/${table}.${type}${fileQuery && `?${fileQuery}`}`, text: <>{type === 'parquet' ? 'Parquet' : type.toUpperCase()}{hidden}</>, icon: type === 'xlsx' ? 'sheet' as const : 'download' as const })),
    ...(drawing ? (['svg', 'png'] as const).map((type) => ({ href: `/${lang}/statistics/pictures/${table}.${type}?${query(drawing)}`, text: <>{type.toUpperCase()}<span class="t-vh">: {title}</span></>, icon: 'chart-column' as const })) : []),
    ...(openRows ? [{ href: `/${lang}${openRows}`, text: <>{t.rows}<span class="t-vh">: {title}</span></>, icon: 'list' as const }] : []),
    ...(rowsAt && may(actor, statistics.policy, 'statistics.rows', undefined as never) ? [{ href: `/${lang}/statistics/rows${rowsOf && rowsOf !== 'documents' ? `/${rowsOf}` : ''}?${rowQuery(query(rowsAt))}`, text: <>{t.rows}<span class="t-vh">: {title}</span></>, icon: 'list' as const }] : []),
  ]
  return (
    <div>
      <Chart id={id} title={title} lead={lead} table={rows} tableOpen={open} tableWords={`${t.table}: ${title}`}>{children}</Chart>
      <Details summary={<>{t.definition}<span class="t-vh">: {title}</span></>}><p>{definition}</p></Details>
      <IconLinks links={links} />
    </div>
  )
}

interface CountryProps {
  label: string
  data: StatisticsData
  lang: Language
  /** Undefined: withheld. */
  valueOf(kato: string): number | undefined
  spoken: string
}

/** The country as twenty tiles, the darker the more; what is withheld is said so in its tile. */
export function countryTiles({ data, lang, valueOf, spoken }: Omit<CountryProps, 'label'>): { tiles: Tile[]; scale: TileStep[] } {
  const t = STATISTICS[lang]
  const values = data.regions.map((region) => valueOf(region.kato) ?? 0)
  const most = Math.max(1, ...values)
  const level = (value: number): Tile['level'] => (value === 0 ? 0 : value <= most * 0.1 ? 1 : value <= most * 0.35 ? 2 : value <= most * 0.7 ? 3 : 4)
  const tiles = data.regions.flatMap((region): Tile[] => {
    const place = tileOf(region, lang)
    const value = valueOf(region.kato)
    return place ? [{ ...place, value: told(value, lang), spoken: value === undefined ? t.withheld : spoken, level: level(value ?? 0) }] : []
  })
  return { tiles, scale: [{ level: 0, text: t.scale.none }, { level: 1, text: t.scale.few }, { level: 2, text: t.scale.some }, { level: 3, text: t.scale.many }, { level: 4, text: t.scale.most }] }
}

export function Country({ label, ...props }: CountryProps) {
  const { tiles, scale } = countryTiles(props)
  return (
    <>
      <Tiles label={label} tiles={tiles} />
      <TileScale label={label} items={scale} />
    </>
  )
}
