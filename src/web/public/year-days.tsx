import { isEstimated } from '#kernel/calendar.ts'
import { weekday } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CalendarYear } from '#modules/register/index.ts'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { INFO } from './info-texts.ts'
import { dayName, weekdayName } from './words.ts'

/** Every day of a year that departs from the plain week, how many working days that leaves, and where the calendar comes from. */
export function YearDays({ seen, lang }: { readonly seen: CalendarYear; readonly lang: Language }) {
  const t = INFO[lang].calendar
  return (
    <>
      <Table caption={fill(t.table, { year: seen.year })} rowHeaders columns={[{ title: t.date, noWrap: true }, { title: t.weekday }, { title: t.name }, { title: t.kind }]}
        rows={seen.days.map((each) => ({
          key: each.date,
          cells: [
            formatDay(each.date, lang), weekdayName(each.date, lang), dayName(each, lang),
            <>{each.day === 'off' ? t.off : <Tag tone="sky">{t.work}</Tag>}{each.day === 'off' && weekday(each.date) > 5 && `, ${t.offOnWeekend}`}{isEstimated(seen.calendar, each.date) && <> <Tag tone="sun">{t.estimated}</Tag></>}</>,
          ],
        }))} />
      <p>{fill(t.workingDays, { year: seen.year, count: seen.workingDays })}</p>
      <p class="t-src"><span>{fill(t.version, { version: seen.calendar.version })} {fill(t.source, { source: seen.calendar.source })}</span></p>
    </>
  )
}
