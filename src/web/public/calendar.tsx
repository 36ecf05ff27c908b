import { addWorkingDays } from '#kernel/calendar.ts'
import { parseDay, yearOf, type Day } from '#kernel/day.ts'
import { isDenial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { DatasetLinks } from './dataset-links.tsx'
import { Card } from '../ui/card.tsx'
import { Chips } from '../ui/filters.tsx'
import { Button, ErrorSummary, Form, NumberField, TextField, type FormState } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { INFO } from './info-texts.ts'
import { weekdayName } from './words.ts'
import { YearDays } from './year-days.tsx'
import { askedYear } from '../asked.ts'

type Answer = { result: Day } | { fault: 'from' | 'add' | 'year' } | undefined

interface CalendarData extends register.CalendarYear {
  from: string
  add: string
  answer: Answer
}

/** The working calendar of a year and a small calculator over it. */
export const calendarPage = page<CalendarData>({
  path: '/calendar', action: 'calendar.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { query }) {
    const { years } = await ctx.law.calendar(ctx.db)
    const thisYear = yearOf(register.todayOf(ctx))
    const year = askedYear({ query }, years) ?? (years.includes(thisYear) ? thisYear : years.at(-1)!)
    const seen = await register.readCalendarYear(ctx, year)
    const [from, add] = [(query.get('from') ?? '').trim().slice(0, 20), (query.get('add') ?? '').trim().slice(0, 10)]
    return { ...seen, from, add, answer: from || add ? answerOf(seen, from, add) : undefined }
  },
  isMisread: ({ answer }) => answer !== undefined && 'fault' in answer,
  title: (_data, lang) => INFO[lang].calendar.title,
  view: ({ data, lang }) => {
    const t = INFO[lang].calendar
    const { answer } = data
    const fault = answer && 'fault' in answer ? answer.fault : undefined
    const form: FormState = {
      values: { from: data.from, add: data.add },
      errors: fault === 'from' ? [{ field: 'from', message: t.wrongFrom }] : fault === 'add' ? [{ field: 'add', message: t.wrongAdd }] : fault === 'year' ? [{ field: 'from', message: t.yearMissing }] : [],
    }
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <Card title={t.calculator} accent>
          <Form method="get" action={`/${lang}/calendar`}>
            <TextField form={form} name="from" label={t.from} hint={t.fromHint} width="12" figures />
            <NumberField form={form} name="add" label={t.add} />
            <Button kind="secondary">{t.count}</Button>
          </Form>
          {answer && 'result' in answer && (
            <NoticeBox tone="green">{fill(t.answer, { from: formatDay(parseDay(data.from)!, lang), add: data.add, result: `${formatDay(answer.result, lang)}, ${weekdayName(answer.result, lang)}` })}</NoticeBox>
          )}
        </Card>
        <Chips label={t.years} items={data.calendar.years.map((year) => ({ href: `/${lang}/calendar?year=${year}`, text: String(year), current: year === data.year }))} />
        <YearDays seen={data} lang={lang} />
        <DatasetLinks of="calendar" lang={lang} />
        <IconLinks links={[{ href: `/${lang}/terms`, text: t.terms, icon: 'calendar' }]} />
      </div>
    )
  },
})

function answerOf({ calendar }: register.CalendarYear, fromText: string, addText: string): Answer {
  const from = parseDay(fromText)
  if (!from) return { fault: 'from' }
  if (!/^\d{1,4}$/.test(addText) || Number(addText) < 1 || Number(addText) > 3660) return { fault: 'add' }
  try {
    return { result: addWorkingDays(calendar, from, Number(addText)) }
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return { fault: 'year' }
    throw error
  }
}
