import { coversDay, isWorkingDay } from '#kernel/calendar.ts'
import { addDays, legalDay, parseDay, weekday, type Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { formatDay, formatTime, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { findWithoutCompetence, listRooms, listStaff, nameWithCode, readCompetences, type CompetencesView, type Room } from '#modules/centres/index.ts'
import { cancelSitting, createSitting, openSchedule, STAGES, type SittingShown, type Stage } from '#modules/scheduling/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSelect } from '../../ui/filters.tsx'
import { Button, ButtonRow, Checkboxes, DateFields, ErrorSummary, Form, NumberField, Radios, SelectField, TimeField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, chosenQualification, CLERKS, dayField, namesOfProfessions, qualificationLine, scopeOf, STAFF, wholeField, type Names } from '../settings/desk-facts.ts'
import { ownDeskText } from '../own-desk/own-desk-text.ts'
import { sittingsText } from './sittings-text.ts'

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
    const asked = parseDay(request.query.get('week') ?? '') ?? today
    const near = coversDay(calendar, asked) ? asked : today
    const monday = addDays(near, 1 - weekday(near))
    const stage = STAGES.find((each) => each === request.query.get('stage')) ?? ''
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
          {data.mayCreate && <Button href={`${here}/new`} icon="plus">{words.add}</Button>}
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
          lang === 'kk' ? sitting.roomKk : sitting.roomRu, fill(words.seatsValue, { seats: sitting.seats, free: sitting.free }),
          <>{[sitting.invigilatorId, sitting.proctorId, ...sitting.assessorIds].flatMap((id) => (id ? nameOf(id) || [] : [])).join('; ')}
            {sitting.withoutCompetence.length > 0 && <span class="t-sub">{ownDeskText(lang).competences.lacking}: {sitting.withoutCompetence.map(nameOf).join('; ')}</span>}</>,
          sitting.cancelledAt ? <Tag>{words.cancelledTag}</Tag> : data.mayCancel && sitting.taken === 0 && sitting.startsAt > data.now && (
            <Form csrf={csrf} requestKey={`${requestKey}-${sitting.id}`} values={{ sittingId: sitting.id }}><Button kind="link" more={formatTime(sitting.startsAt)}>{words.cancel}</Button></Form>
          ),
        ],
      }))} />
  )
}

interface NewSittingData {
  competences: CompetencesView
  scope: { professionCode: string; level: number }[]
  names: Names
  rooms: Room[]
  staff: Staff
  office: OfficeView
}

/** A new sitting: what is wrong with it is said all at once. */
export const newSittingPage = page<NewSittingData>({
  path: '/centre/sittings/new', action: 'sitting.create', desk: 'centre', access: CLERKS,
  async load(ctx) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { competences: await readCompetences(ctx, centreId), ...(await scopeOf(ctx, centreId)), rooms: await listRooms(ctx.db, centreId), staff: await listStaff(ctx.db, centreId, legalDay(ctx.clock.now())), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => sittingsText(lang).newTitle,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/sittings`, text: sittingsText(lang).title } }),
  async post(ctx, { form, lang }) {
    const words = sittingsText(lang)
    const stage = STAGES.find((each) => each === form.text('stage'))
    const chosen = chosenQualification(form.text('qualification'))
    const roomId = parseUuid(form.text('room'))
    const onDay = dayField(form, 'day')
    const seats = wholeField(form, 'seats')
    const errors: FieldError[] = []
    if (!stage) errors.push({ field: 'stage', message: words.chooseStage })
    if (!chosen) errors.push({ field: 'qualification', message: words.chooseQualification })
    const mode = form.text('mode') === 'online' ? 'online' as const : 'offline' as const
    if (!roomId && mode === 'offline') errors.push({ field: 'room', message: words.chooseRoom })
    if (!onDay) errors.push({ field: 'day', message: words.dayWrong })
    const time = (field: string) => form.text(field).replace('.', ':').padStart(5, '0')
    for (const field of ['start', 'end']) if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time(field))) errors.push({ field, message: words.timeWrong })
    if (seats === undefined) errors.push({ field: 'seats', message: words.seatsWrong })
    if (errors.length > 0 || !stage || !chosen || !onDay || seats === undefined) return { errors }
    const people = [...['invigilator', 'proctor'].map((field) => form.text(field)).filter((id) => id !== ''), ...form.list('assessors')]
    if (people.some((id) => !parseUuid(id))) throw new Denial('not-found')
    const centreId = centreIdOf(ctx, CLERKS)
    await createSitting(ctx, {
      mode, ...(mode === 'online' ? { proctorId: parseUuid(form.text('proctor')) } : { roomId: roomId! }),
      centreId, stage, ...chosen, onDay, start: time('start'), end: time('end'), seats,
      invigilatorId: mode === 'online' ? undefined : parseUuid(form.text('invigilator')), assessorIds: stage === 'practice' ? (form.list('assessors') as Uuid[]) : [],
    })
    const asked = stage === 'practice' ? form.list('assessors') : []
    const lacking = await findWithoutCompetence(ctx.db, { centreId, ...chosen, on: onDay, people: asked })
    const names = (await listStaff(ctx.db, centreId, onDay)).filter((person) => lacking.includes(person.accountId)).map((person) => personName(person, lang, 'full'))
    return { to: `/${lang}/centre/sittings?week=${onDay}`, flash: lacking.length > 0 ? fill(ownDeskText(lang).competences.createdLacking, { names: names.join(', ') }) : words.created }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = sittingsText(lang)
    const holding = (role: string) => data.staff.filter((person) => (person.roles as readonly string[]).includes(role)).map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))
    const competenceOf = (accountId: string) => {
      const own = data.competences.rows.filter((row) => row.accountId === accountId && row.state === 'in-force')
      return own.length === 0 ? ownDeskText(lang).competences.lacking : own.map((row) => `${nameWithCode(data.competences.names, row.professionCode, lang)}: ${row.levels.join(', ')}`).join('; ')
    }
    return (
      <>
        <h1>{words.newTitle}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey}>
          <Radios form={form} name="stage" label={words.stage} inline options={STAGES.map((stage) => ({ value: stage, label: words.stages[stage] }))} />
          <Radios form={form} name="mode" label={words.mode} hint={words.modeHint} inline value="offline" options={[{ value: 'offline', label: words.offline }, { value: 'online', label: words.online }]} />
          <SelectField form={form} name="qualification" label={words.qualification} options={data.scope.map((line) => ({ value: `${line.professionCode}/${line.level}`, label: qualificationLine(data.names, line, lang) }))} />
          <DateFields form={form} name="day" label={words.day} />
          <TimeField form={form} name="start" label={words.start} />
          <TimeField form={form} name="end" label={words.end} />
          <SelectField form={form} name="room" label={words.room} options={data.rooms.map((room) => ({ value: room.id, label: fill(words.roomLine, { name: lang === 'kk' ? room.nameKk : room.nameRu, seats: room.seats }) }))} />
          <NumberField form={form} name="seats" label={words.seatsField} width="5" />
          <SelectField form={form} name="invigilator" label={words.invigilator} empty={words.nobody} options={holding('invigilator')} />
          {holding('proctor').length > 0 && <SelectField form={form} name="proctor" label={words.proctor} hint={words.proctorHint} empty={words.nobody} options={holding('proctor')} />}
          <Checkboxes form={form} name="assessors" label={words.assessors} hint={words.assessorsHint} options={holding('assessor').map((each) => ({ ...each, hint: competenceOf(each.value) }))} />
          <Button icon="calendar-plus">{words.create}</Button>
        </Form>
      </>
    )
  },
})
