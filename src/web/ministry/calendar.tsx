import { isEstimated, yearToLoad } from '#kernel/calendar.ts'
import { yearOf } from '#kernel/day.ts'
import { normNumber } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { INFO } from '../public/info-texts.ts'
import { dayName, weekdayName } from '../public/words.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/filters.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { REGISTERS } from './registers-texts.ts'
import { askedYear } from '../asked.ts'

interface CalendarDesk extends register.CalendarYear {
  /** The year that must be loaded soon, by the norm in force; without it terms over the turn of the year cannot be counted. */
  toLoad: number | undefined
}

/** The working calendar as its keeper sees it: which years are loaded, what is only estimated, how to load the next. */
export const calendarDeskPage = page<CalendarDesk>({
  path: '/ministry/calendar', action: 'calendar.read', desk: 'ministry', access: ['ministry', 'national-body'],
  async load(ctx, { query }) {
    const calendar = await ctx.law.calendar(ctx.db)
    const { years } = calendar
    const today = register.todayOf(ctx)
    const thisYear = yearOf(today)
    const year = askedYear({ query }, years) ?? (years.includes(thisYear) ? thisYear : years.at(-1)!)
    return { ...(await register.readCalendarYear(ctx, year)), toLoad: yearToLoad(calendar, today, normNumber(await ctx.law.normsInForce(ctx.db, today), 'calendar.warnMonthsAhead')) }
  },
  title: (_data, lang) => REGISTERS[lang].calendar.title,
  view: ({ data, lang }) => {
    const words = REGISTERS[lang].calendar
    const names = INFO[lang].calendar
    const estimated = data.days.filter((each) => isEstimated(data.calendar, each.date)).length
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1><Button href={`/${lang}/ministry/import`} icon="upload">{words.load}</Button></div>
        <p>{words.lead}</p>
        <div class="t-stack">
          {data.toLoad !== undefined && <NoticeBox tone="red" title={fill(words.missing, { year: data.toLoad })}>{words.missingText}</NoticeBox>}
          <Chips label={names.years} items={data.calendar.years.map((year) => ({ href: `/${lang}/ministry/calendar?year=${year}`, text: String(year), current: year === data.year }))} />
          {estimated > 0 ? <NoticeBox tone="sun">{fill(words.estimated, { n: estimated })}</NoticeBox> : <NoticeBox tone="green">{fill(words.whole, { year: data.year })}</NoticeBox>}
          <Table caption={fill(names.table, { year: data.year })} rowHeaders columns={[{ title: names.date, noWrap: true }, { title: names.weekday }, { title: names.name }, { title: names.kind }]}
            rows={data.days.map((each) => ({
              key: each.date,
              cells: [formatDay(each.date, lang), weekdayName(each.date, lang), dayName(each, lang), <>{each.day === 'off' ? names.off : <Tag tone="sky">{names.work}</Tag>}{isEstimated(data.calendar, each.date) && <> <Tag tone="sun">{names.estimated}</Tag></>}</>],
            }))} />
          <p>{fill(names.workingDays, { year: data.year, count: data.workingDays })}</p>
          <p class="t-src"><span>{fill(names.version, { version: data.calendar.version })}</span></p>
        </div>
      </>
    )
  },
})
