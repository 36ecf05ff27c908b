import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'
import * as professions from '#modules/professions/index.ts'
import { proposeTransfer, readPlanDesk, type PlanDesk } from '#modules/vouchers/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { regionName } from '../../public/region-map.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FactStrip } from '../../ui/facts.tsx'
import { Chips } from '../../ui/filters.tsx'
import { Button, ButtonRow, ErrorSummary } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { ForecastBox, reasonOf } from './forecast.tsx'
import { totalOf, VoucherMap, VoucherTable } from './figures.tsx'
import { vouchersText } from './vouchers-text.ts'
import { wrongFilter } from '../../asked.ts'

export const READERS = ['ministry', 'national-body', 'auditor'] as const
export const MINISTRY = ['ministry', 'national-body'] as const

export interface Report {
  desk: PlanDesk
  regions: professions.Region[]
  demo: boolean
}
export async function loadReport(ctx: Ctx, year: string | null): Promise<Report> {
  const desk = await readPlanDesk(ctx, year ? Number(year) : undefined)
  if (year && String(desk.year) !== year) wrongFilter('year', year)
  return { desk, regions: await professions.listRegions(ctx.db), demo: ctx.demo }
}
export const nameOf = ({ regions }: Pick<Report, 'regions'>, kato: string, lang: Language): string => {
  const region = regions.find((each) => each.kato === kato)
  return region ? regionName(region, lang) : kato
}

/** Plan, moved, in force and the three counters of a year by region, with what the pace of the last weeks foretells. */
export const vouchersPage = page<Report>({
  path: '/ministry/vouchers', action: 'voucher-plan.read', desk: 'ministry', access: MINISTRY,
  load: (ctx, { query }) => loadReport(ctx, query.get('year')),
  title: (_data, lang) => vouchersText(lang).title,
  async post(ctx, { lang, query, form }) {
    const report = await loadReport(ctx, query.get('year'))
    const words = vouchersText(lang).forecast
    const chosen = report.desk.reallocations.find((each) => `${each.from}-${each.to}` === form.text('pair'))
    return atFields(lang, async () => {
      await proposeTransfer(ctx, {
        year: report.desk.year, from: chosen?.from ?? '', to: chosen?.to ?? '', places: chosen?.places, ground: chosen ? reasonOf(report, chosen, 'kk') : '', document: fill(vouchersText('kk').forecast.document, { day: formatDay(report.desk.today, 'kk') }),
      })
      return { to: `/${lang}/ministry/vouchers/orders?year=${report.desk.year}`, flash: words.prepared }
    }, {})
  },
  view: (p) => {
    const { lang, data } = p
    const { desk } = data
    const words = vouchersText(lang)
    const total = totalOf(desk.figures)
    const over = desk.figures.filter((row) => row.overPlan)
    const n = (value: number) => formatNumber(value, lang)
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead} <span class="t-nowrap">{fill(words.asOf, { day: formatDay(desk.today, lang) })}</span></p>
        <Chips label={words.year} items={desk.years.map((year) => ({ href: `/${lang}/ministry/vouchers?year=${year}`, text: String(year), current: year === desk.year }))} />
        <ErrorSummary form={p.form} />
        {!desk.planned ? <Empty title={words.noPlan} icon="receipt" action={<Button href={`/${lang}/ministry/vouchers/orders?year=${desk.year}`}>{words.toOrders}</Button>}>{words.noPlanText}</Empty> : (
          <>
            <FactStrip facts={[
              { term: words.figures.inForce, value: n(total.planInForce) }, { term: words.columns.reserved, value: n(total.reserved) }, { term: words.columns.waiting, value: n(total.waiting) }, { term: words.figures.issued, value: n(total.issued) }, { term: words.figures.goneThrough, value: n(total.goneThrough) },
              { term: words.figures.passed, value: n(total.passed) }, { term: words.figures.annulled, value: n(total.annulled) },
            ]} />
            <p class="t-small t-quiet">{words.counters} {words.promised} {words.region}</p>
            {desk.imported ? <NoticeBox title={fill(words.imported.title, { year: desk.year })}>{desk.figures.some((row) => row.invented > 0) ? words.imported.text : words.imported.asBrought}</NoticeBox> : data.demo && <NoticeBox>{words.demo}</NoticeBox>}
            {desk.imported && over.length > 0 && <NoticeBox tone="sun">{fill(words.overNote, { regions: over.map((row) => `${nameOf(data, row.region, lang)} (${row.issued} / ${row.planInForce})`).join(', ') })}</NoticeBox>}
            <VoucherMap report={data} lang={lang} />
            <VoucherTable report={data} lang={lang} />
            <ButtonRow>
              <Button kind="secondary" href={`/${lang}/ministry/vouchers/orders?year=${desk.year}`} icon="stamp">{words.toOrders}</Button>
              <Button kind="secondary" href={`/${lang}/ministry/vouchers.csv?year=${desk.year}`} icon="download">{words.csv}</Button>
              <Button kind="secondary" href={`/${lang}/ministry/vouchers.xlsx?year=${desk.year}`} icon="download">{words.xlsx}</Button>
            </ButtonRow>
            {!desk.imported && String(desk.year) <= desk.today.slice(0, 4) && <ForecastBox page={p} />}
          </>
        )}
      </div>
    )
  },
})

async function table(ctx: Ctx, lang: Language, year: string | null) {
  const report = await loadReport(ctx, year)
  const { columns: c, total: totalWord, over } = vouchersText(lang)
  const line = (name: string, row: ReturnType<typeof totalOf>, kato: string, flag: string) => [kato, name, row.plan, row.moved, row.planInForce, row.issued, row.goneThrough, row.passed, row.annulled, flag, row.reserved, row.waiting, row.revised]
  return {
    year: report.desk.year, header: ['KATO', c.region, c.plan, c.moved, c.inForce, c.issued, c.goneThrough, c.passed, c.annulled, over, c.reserved, c.waiting, c.revised],
    rows: [...report.desk.figures.map((row) => line(nameOf(report, row.region, lang), row, row.region, row.overPlan ? '+' : '')), line(totalWord, totalOf(report.desk.figures), '', '')],
  }
}
const fileOf = (lang: Language, year: number, ending: string) => `${fill(vouchersText(lang).file, { year })}.${ending}`

export const vouchersCsv = download({
  path: '/ministry/vouchers.csv', action: 'voucher-plan.read', access: READERS,
  async handle(ctx, { lang, query }) {
    const { year, header, rows } = await table(ctx, lang, query.get('year'))
    return { body: writeCsv(header, rows), mediaType: 'text/csv; charset=utf-8', filename: fileOf(lang, year, 'csv') }
  },
})
export const vouchersXlsx = download({
  path: '/ministry/vouchers.xlsx', action: 'voucher-plan.read', access: READERS,
  async handle(ctx, { lang, query }) {
    const { year, header, rows } = await table(ctx, lang, query.get('year'))
    return { body: await writeXlsx(header, rows), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', filename: fileOf(lang, year, 'xlsx') }
  },
})
