import { coversDay, isWorkingDay } from '#kernel/calendar.ts'
import { addDays, legalDay, weekday, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTime, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readCalendar, type CalendarWeek } from '#modules/scheduling/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, namesOfProfessions, qualificationLine, STAFF, type Names } from '../settings/desk-facts.ts'
import { sittingsText } from '../sittings/sittings-text.ts'
import { planningText } from './planning-text.ts'
import { askedDay } from '../../asked.ts'

interface CalendarData extends CalendarWeek {
  monday: Day
  /** The days drawn: working days, and days off on which something stands. */
  shown: Day[]
  names: Names
  office: OfficeView
}
type View = { data: CalendarData; lang: Language }

/** A week of the centre: rooms, people and equipment by days, and what of it is taken. */
export const calendarPage = page<CalendarData>({
  path: '/centre/calendar', action: 'sitting.read', desk: 'centre', access: STAFF,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx)
    const today = legalDay(ctx.clock.now())
    const calendar = await ctx.law.calendar(ctx.db)
    const asked = askedDay(request, 'week') ?? today
    const near = coversDay(calendar, asked) ? asked : today
    const monday = addDays(near, 1 - weekday(near))
    const week = await readCalendar(ctx, { centreId, monday })
    return {
      ...week, monday, shown: week.days.filter((day) => (coversDay(calendar, day) && isWorkingDay(calendar, day)) || week.sittings.some((sitting) => sitting.onDay === day)),
      names: await namesOfProfessions(ctx, week.sittings.map((sitting) => sitting.professionCode)), office: await officeOf(ctx, centreId),
    }
  },
  title: (_data, lang) => planningText(lang).calendar.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data }) => {
    const words = planningText(lang).calendar
    const week = sittingsText(lang)
    const href = (day: Day) => `/${lang}/centre/calendar?week=${day}`
    return (
      <div class="t-weekplan t-stack">
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ButtonRow>
          <Button kind="secondary" href={href(addDays(data.monday, -7))} icon="chevron-left">{week.earlier}</Button>
          <Button kind="secondary" href={href(data.today)}>{week.thisWeek}</Button>
          <Button kind="secondary" href={href(addDays(data.monday, 7))} iconAfter="chevron-right">{week.later}</Button>
        </ButtonRow>
        <h2>{fill(week.week, { from: formatDay(data.monday, lang), to: formatDay(addDays(data.monday, 6), lang) })}</h2>
        <div class="t-stack">
          <Box title={words.rooms} flush><Rooms data={data} lang={lang} /></Box>
          <Box title={words.people} aside={<a href={`/${lang}/centre/calendar/people`}>{words.toPeople}</a>} flush><People data={data} lang={lang} /></Box>
          <Box title={words.equipment} flush><Equipment data={data} lang={lang} /></Box>
        </div>
        <p class="t-quiet t-weekplan__print">{words.print}</p>
      </div>
    )
  },
})

const columnsOf = ({ data, lang }: View, first: string) => [{ title: first }, ...data.shown.map((day) => ({ title: `${planningText(lang).weekdays[weekday(day) - 1]!} ${day.slice(8)}.${day.slice(5, 7)}` }))]
const hoursOf = (sitting: { startsAt: CalendarData['sittings'][number]['startsAt']; endsAt: CalendarData['sittings'][number]['endsAt'] }) => `${formatTime(sitting.startsAt)}–${formatTime(sitting.endsAt)}`

function Rooms({ data, lang }: View) {
  const words = planningText(lang).calendar
  const text = sittingsText(lang)
  const nameOf = (id: string | null) => {
    const person = data.staff.find((each) => each.accountId === id)
    return person ? personName(person, lang, 'initials') : ''
  }
  const used = new Set(data.sittings.map((sitting) => sitting.roomId))
  const gone = [...new Map(data.sittings.filter((sitting) => sitting.roomId !== null && !data.rooms.some((room) => room.id === sitting.roomId)).map((sitting) => [sitting.roomId!, sitting]))].map(([id, sitting]) => ({ id, nameKk: sitting.roomKk, nameRu: sitting.roomRu, seats: 0, workplaces: null }))
  const rows = [...data.rooms, ...gone.filter((room) => used.has(room.id))]
  return (
    <Table caption={words.rooms} captionHidden rowHeaders columns={columnsOf({ data, lang }, words.room)} empty={<Empty title={words.empty} icon="building">{words.emptyText}</Empty>}
      rows={rows.map((room) => ({
        key: room.id,
        cells: [
          <>{lang === 'kk' ? room.nameKk : room.nameRu}{room.seats > 0 && <span class="t-sub">{room.workplaces === null ? fill(words.roomSeats, { seats: room.seats }) : fill(words.roomPlaces, { seats: room.seats, workplaces: room.workplaces })}</span>}</>,
          ...data.shown.map((day) => {
            const here = data.sittings.filter((sitting) => sitting.roomId === room.id && sitting.onDay === day)
            if (here.length === 0) return <span class="t-quiet">{words.free}</span>
            return here.map((sitting) => (
              <div class="t-weekplan__i" key={sitting.id}>
                <a href={`/${lang}/centre/sittings/${sitting.id}`}>{hoursOf(sitting)}</a> {text.stages[sitting.stage]}
                <span class="t-sub">{qualificationLine(data.names, sitting, lang)}</span>
                <span class="t-sub">{fill(words.called, { n: sitting.taken, seats: sitting.seats })}</span>
                <span class="t-sub">{[sitting.invigilatorId, ...sitting.assessorIds].map(nameOf).filter(Boolean).join('; ')}</span>
              </div>
            ))
          }),
        ],
      }))} />
  )
}

function People({ data, lang }: View) {
  const words = planningText(lang).calendar
  const text = sittingsText(lang)
  return (
    <Table caption={words.people} captionHidden rowHeaders columns={columnsOf({ data, lang }, words.person)} empty={<p class="t-quiet">{words.noStaff}</p>}
      rows={data.staff.map((person) => ({
        key: person.accountId,
        cells: [personName(person, lang, 'initials'), ...data.shown.map((day) => {
          const on = data.sittings.filter((sitting) => sitting.onDay === day && (sitting.invigilatorId === person.accountId || sitting.assessorIds.includes(person.accountId)))
          if (on.length > 0) return on.map((sitting) => <div class="t-weekplan__i" key={sitting.id}>{hoursOf(sitting)} {text.stages[sitting.stage]}</div>)
          if (data.absences.some((each) => each.accountId === person.accountId && each.fromDay <= day && day <= each.untilDay)) return <Tag tone="sun">{words.away}</Tag>
          const hours = person.week.find((each) => each.weekday === weekday(day))
          return <span class="t-quiet">{person.week.length === 0 ? words.free : hours ? fill(words.hours, { opens: hours.opens, closes: hours.closes }) : words.closed}</span>
        })],
      }))} />
  )
}

function Equipment({ data, lang }: View) {
  const words = planningText(lang).calendar
  return (
    <Table caption={words.equipment} captionHidden rowHeaders columns={columnsOf({ data, lang }, words.piece)} empty={<p class="t-quiet">{words.noEquipment}</p>}
      rows={data.equipment.map((piece) => ({
        key: piece.id,
        cells: [
          <>{lang === 'kk' ? piece.nameKk : piece.nameRu}<span class="t-sub">{lang === 'kk' ? piece.roomKk : piece.roomRu}, {fill(words.pieceOf, { n: piece.quantity })}</span>{piece.state === 'out-of-order' && <Tag tone="red">{words.outOfOrder}</Tag>}</>,
          ...data.shown.map((day) => {
            const taken = data.sittings.filter((sitting) => sitting.onDay === day).flatMap((sitting) => data.kits.filter((kit) => kit.sittingId === sitting.id && kit.equipmentId === piece.id).map((kit) => ({ ...kit, sitting })))
            if (taken.length === 0) return <span class="t-quiet">{words.free}</span>
            return taken.map((kit) => <div class="t-weekplan__i" key={kit.sittingId}>{hoursOf(kit.sitting)} {fill(words.taken, { n: kit.quantity })}</div>)
          }),
        ],
      }))} />
  )
}
