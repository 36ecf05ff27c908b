import type { Day } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { readDayBook, type DayBookOfCentre } from '#modules/billing/index.ts'
import { DayFilter, dayOfRequest, dayTable, DayView } from '../../money/day-view.tsx'
import { moneyText } from '../../money/money-text.ts'
import { tableDownloads } from '../../money/table-downloads.ts'
import { IconLinks } from '../../ui/ticket.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS } from '../settings/desk-facts.ts'

/** The reconciliation of one day of the centre. */
export const centreDayPage = page<{ data: DayBookOfCentre; on: Day; office: OfficeView }>({
  path: '/centre/money', action: 'book.read', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    const on = dayOfRequest(ctx, request)
    return { data: await readDayBook(ctx, centreId, on), on, office: await officeOf(ctx, centreId) }
  },
  title: ({ on }, lang) => `${moneyText(lang).day.title}, ${formatDay(on, lang)}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data: { data, on } }) => {
    const words = moneyText(lang).day
    const desk = `/${lang}/centre`
    return (
      <>
        <div class="t-inhead"><h1>{words.title}, {formatDay(on, lang)}</h1><IconLinks links={[{ href: `${desk}/money/day.csv?on=${on}`, text: words.csv, icon: 'download' }, { href: `${desk}/money/day.xlsx?on=${on}`, text: words.xlsx, icon: 'download' }]} /></div>
        <p class="t-quiet">{words.lead}</p>
        <IconLinks links={[{ href: `${desk}/money/statements`, text: words.statements, icon: 'landmark' }, { href: `${desk}/money/refunds`, text: words.refunds, icon: 'rotate-ccw' }, { href: `${desk}/acts`, text: words.acts, icon: 'ticket' }]} />
        <DayFilter action={`${desk}/money`} on={on} lang={lang} />
        <DayView data={data} lang={lang} caseHref={(number) => `${desk}/cases/${number}/payment`} />
      </>
    )
  },
})
export const centreDayDownloads = tableDownloads({
  path: '/centre/money/day', action: 'book.read', access: CLERKS, filename: 'day',
  make: async (ctx, request, lang) => dayTable(await readDayBook(ctx, centreIdOf(ctx, CLERKS), dayOfRequest(ctx, request)), lang),
})
