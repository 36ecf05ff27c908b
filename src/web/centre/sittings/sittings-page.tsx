import { coversDay, isWorkingDay } from '#kernel/calendar.ts'
import { addDays, legalDay, parseDay, weekday, type Day } from '#kernel/day.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTime, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listStaff } from '#modules/centres/index.ts'
import { cancelSitting, openSchedule, type SittingShown } from '#modules/scheduling/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { Button, ButtonRow, ErrorSummary, Form } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, namesOfProfessions, qualificationLine, STAFF, type Names } from '../settings/desk-facts.ts'
import { ownDeskText } from '../own-desk/own-desk-text.ts'
import { dayText } from '../../candidate/exam/day-text.ts'
import { planningText } from '../planning/planning-text.ts'
import { sittingsText } from './sittings-text.ts'
import { askedDay, askedOneOf } from '../../asked.ts'

type Staff = Awaited<ReturnType<typeof listStaff>>

interface SittingsData {
  monday: Day
  today: Day
  stage: Stage | ''
  now: string
  daysOff: ReadonlySet<Day>
  sittings: SittingShown[]
  mayCreate: boolean
  mayCancel: boolean
  names: Names
  staff: Staff
  office: OfficeView
}

/** One week of the centre's exams with the seats still free. */
export const sittingsPage = page<SittingsData>({
  path: '/centre/sittings', action: 'sitting.read', desk: 'centre', access: STAFF,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx)
    const now = ctx.clock.now()
    const today = legalDay(now)
    const calendar = await ctx.law.calendar(ctx.db)
    const asked = askedDay(request, 'week') ?? today
    const near = coversDay(calendar, asked) ? asked : today
    const monday = addDays(near, 1 - weekday(near))
    const stage = askedOneOf(request, 'stage', STAGES) ?? ''
    const week = Array.from({ length: 7 }, (_, n) => addDays(monday, n))
    const schedule = await openSchedule(ctx, { centreId, from: monday, to: addDays(monday, 6), stage: stage === '' ? undefined : stage, cancelled: true })
    return {
      ...schedule, monday, today, stage, now, daysOff: new Set(week.filter((day) => coversDay(calendar, day) && !isWorkingDay(calendar, day))),
      names: await namesOfProfessions(ctx, schedule.sittings.map((sitting) => sitting.professionCode)), staff: await listStaff(ctx.db, centreId, today), office: await officeOf(ctx, centreId),
    }
  },
  title: (_data, lang) => sittingsText(lang).title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang, query }) {
    await cancelSitting(ctx, { sittingId: form.text('sittingId') })
    return { to: `/${lang}/centre/sittings?week=${parseDay(query.get('week') ?? '') ?? ''}`, flash: sittingsText(lang).cancelled }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = sittingsText(lang)
    const here = `/${lang}/centre/sittings`
    const href = (week: Day) => `${here}?${new URLSearchParams({ week, ...(data.stage ? { stage: data.stage } : {}) })}`
    const days = [...new Set(data.sittings.map((sitting) => sitting.onDay))]
    return (
      <>
        <div class="t-inhead">
          <h1>{words.title}</h1>
          <ButtonRow>
            <Button kind="secondary" href={`/${lang}/centre/calendar?week=${data.monday}`} icon="calendar">{planningText(lang).calendar.toCalendar}</Button>
            {data.mayCreate && <Button href={`${here}/new`} icon="plus">{words.add}</Button>}
          </ButtonRow>
        </div>
        <ErrorSummary form={form} />
        <ButtonRow>
          <Button kind="secondary" href={href(addDays(data.monday, -7))} icon="chevron-left">{words.earlier}</Button>
          <Button kind="secondary" href={href(data.today)}>{words.thisWeek}</Button>
          <Button kind="secondary" href={href(addDays(data.monday, 7))} iconAfter="chevron-right">{words.later}</Button>
        </ButtonRow>
        <h2>{fill(words.week, { from: formatDay(data.monday, lang), to: formatDay(addDays(data.monday, 6), lang) })}</h2>
        <Filters action={here} kept={{ week: data.monday }} resetHref={data.stage ? `${here}?week=${data.monday}` : undefined}>
          <FilterSelect name="stage" label={words.stage} value={data.stage} options={[{ value: '', label: words.all }, ...STAGES.map((stage) => ({ value: stage, label: words.stages[stage] }))]} />
        </Filters>
        {days.length === 0 && <Empty title={words.empty} icon="calendar">{words.emptyText}</Empty>}
        <div class="t-stack">
          {days.map((day) => (
            <Box key={day} title={formatDay(day, lang, 'full')} tag={data.daysOff.has(day) ? <Tag tone="red">{words.dayOff}</Tag> : undefined} flush>
              <DayTable day={day} data={data} lang={lang} csrf={csrf} requestKey={requestKey} />
            </Box>
          ))}
        </div>
      </>
    )
  },
})

function DayTable({ day, data, lang, csrf, requestKey }: { day: Day; data: SittingsData; lang: Language; csrf: string; requestKey: string }) {
  const words = sittingsText(lang)
  const nameOf = (id: string) => {
    const person = data.staff.find((each) => each.accountId === id)
    return person ? personName(person, lang, 'initials') : ''
  }
  return (
    <Table caption={formatDay(day, lang, 'full')} captionHidden
      columns={[{ title: words.time, noWrap: true }, { title: words.stage }, { title: words.qualification }, { title: words.room }, { title: words.seats, noWrap: true }, { title: words.staff }, { title: '' }]}
      rows={data.sittings.filter((sitting) => sitting.onDay === day).map((sitting) => ({
        key: sitting.id,
        cells: [
          <a href={`/${lang}/centre/sittings/${sitting.id}`}>{formatTime(sitting.startsAt)}–{formatTime(sitting.endsAt)}</a>, words.stages[sitting.stage], qualificationLine(data.names, sitting, lang),
          lang === 'kk' ? sitting.roomKk : sitting.roomRu, <>{fill(words.seatsValue, { seats: sitting.seats, free: sitting.free })}{sitting.chosen > 0 && <span class="t-sub">{fill(dayText(lang).centre.chosenCount, { n: sitting.chosen })}</span>}</>,
          <>{[sitting.invigilatorId, sitting.proctorId, ...sitting.assessorIds].flatMap((id) => (id ? nameOf(id) || [] : [])).join('; ')}
            {sitting.withoutCompetence.length > 0 && <span class="t-sub">{ownDeskText(lang).competences.lacking}: {sitting.withoutCompetence.map(nameOf).join('; ')}</span>}</>,
          sitting.cancelledAt ? <Tag>{words.cancelledTag}</Tag> : data.mayCancel && sitting.taken === 0 && sitting.chosen === 0 && sitting.startsAt > data.now && (
            <Form csrf={csrf} requestKey={`${requestKey}-${sitting.id}`} values={{ sittingId: sitting.id }}><Button kind="link" more={formatTime(sitting.startsAt)}>{words.cancel}</Button></Form>
          ),
        ],
      }))} />
  )
}
