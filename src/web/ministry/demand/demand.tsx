import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type Page, type PageRequest } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { readWaiting, sumWaiting, type WaitingFigures, type WaitingLine } from '#modules/statistics/index.ts'
import { tableDownloads } from '../../money/table-downloads.ts'
import { paged, Pages, type Paged } from '../../paged.tsx'
import { wholeNumber } from '../../public/words.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { DemandLead, demandNames, demandRows, DemandTable, professionOf, regionOf, type DemandNames } from './demand-parts.tsx'
import { demandText, onlineOf, peopleAndSeats } from './demand-text.ts'
import { askedLike, askedOneOf } from '../../asked.ts'

const PATH = '/ministry/demand'
const READERS: readonly Role[] = ['ministry', 'national-body', 'auditor']

interface DemandData {
  figures: WaitingFigures
  region: string
  profession: string
  only: string
  shown: Paged<WaitingLine>
  names: DemandNames
}

function asked({ query }: Pick<PageRequest, 'query'>) {
  return {
    region: askedLike({ query }, 'region', /^\d{9}$/) ?? '', profession: askedLike({ query }, 'profession', /^[A-Z]{1,3}-[A-Z0-9]{1,8}$/) ?? '', only: askedOneOf({ query }, 'only', ['without']) ?? '',
  }
}
function narrowed(lines: readonly WaitingLine[], by: { region: string; profession: string; only: string }): WaitingLine[] {
  return lines.filter((line) => (by.region === '' || line.region === by.region) && (by.profession === '' || line.professionCode === by.profession) && (by.only === '' || line.without > 0))
}

/** Who waits for a sitting, region by region, beside the seats that are planned. */
export const demandPage = page<DemandData>({
  path: PATH, action: 'statistics.waiting', desk: 'ministry', access: READERS,
  async load(ctx, request) {
    const figures = await readWaiting(ctx, { centreId: null })
    const by = asked(request)
    return { figures, ...by, shown: paged(narrowed(figures.lines, by), request), names: await demandNames(ctx, figures.lines) }
  },
  title: (_data, lang) => demandText(lang).title,
  view: ({ lang, data }) => {
    const words = demandText(lang)
    const { figures: { lines }, names } = data
    const path = `/${lang}${PATH}`
    const kept = { region: data.region, profession: data.profession, only: data.only }
    const query = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== '')).toString()
    const suffix = query === '' ? '' : `?${query}`
    const any = { value: '', label: words.all }
    const named = (codes: readonly string[], chosen: string, nameOf: (code: string) => string) => [any, ...[...new Set(chosen ? [...codes, chosen] : codes)].map((value) => ({ value, label: nameOf(value) })).sort((a, b) => a.label.localeCompare(b.label, lang))]
    return (
      <div class="t-stack">
        <h1>{words.title}</h1>
        <DemandLead of={data.figures} lang={lang} />
        <Regions data={data} lang={lang} />
        {lines.length > 0 && (
          <Filters action={path} {...(suffix ? { resetHref: path } : {})}>
            <FilterSelect name="region" label={words.region} value={data.region} options={named(lines.map((line) => line.region), data.region, (kato) => regionOf(names, kato, lang))} />
            <FilterSelect name="profession" label={words.profession} value={data.profession} options={named(lines.map((line) => line.professionCode), data.profession, (code) => professionOf(names, code, lang))} />
            <FilterSelect name="only" label={words.without} value={data.only} options={[any, { value: 'without', label: words.onlyWithout }]} />
          </Filters>
        )}
        {lines.length > 0 && (
          <Box title={words.byQualification} flush>
            {data.shown.total === 0 ? <div class="t-box__b"><p class="t-quiet">{words.nobody}</p></div> : <DemandTable lines={data.shown.rows} names={names} lang={lang} own={false} />}
            <div class="t-box__b">
              <Pages of={data.shown} lang={lang} path={PATH} kept={kept} />
              <IconLinks links={[
                { href: `/${lang}/statistics/rows/waiting${data.region || data.profession ? `?${new URLSearchParams(Object.entries({ region: data.region, profession: data.profession }).filter(([, value]) => value !== ''))}` : ''}`, text: words.rows, icon: 'list-checks' },
                { href: `${path}.csv${suffix}`, text: words.csv, icon: 'download' }, { href: `${path}.xlsx${suffix}`, text: words.xlsx, icon: 'download' },
              ]} />
            </div>
          </Box>
        )}
      </div>
    )
  },
}) as unknown as Page<never>

function Regions({ data: { figures, names }, lang }: { data: DemandData; lang: Language }) {
  const words = demandText(lang)
  const sums = sumWaiting(figures.lines, 'region')
  if (sums.length === 0) return <Empty title={words.nobody} icon="calendar">{words.nobodyText}</Empty>
  return (
    <Box title={words.byRegion} flush>
      <Table caption={words.byRegion} captionHidden rowHeaders columns={[{ title: words.region }, { title: words.waiting, numeric: true }, { title: words.free, numeric: true }, { title: words.without, numeric: true }]}
        rows={sums.map((sum) => ({
          key: sum.key,
          cells: [
            <><a href={`/${lang}${PATH}?region=${sum.key}`}>{fill(words.sentence, { region: regionOf(names, sum.key, lang), ...peopleAndSeats(sum, lang) })}</a>{onlineOf(sum, lang) && <span class="t-small t-quiet"> · {onlineOf(sum, lang)}</span>}</>,
            wholeNumber(sum.waiting, lang), wholeNumber(sum.seats, lang), wholeNumber(sum.without, lang),
          ],
        }))} />
    </Box>
  )
}

async function rowsOf(ctx: Ctx, request: PageRequest, lang: Language) {
  const { lines } = await readWaiting(ctx, { centreId: null })
  const some = narrowed(lines, asked(request))
  return demandRows(some, await demandNames(ctx, some), lang)
}
export const demandDownloads = tableDownloads({ path: PATH, action: 'statistics.waiting', access: READERS, filename: 'tanu-waiting', make: rowsOf })
