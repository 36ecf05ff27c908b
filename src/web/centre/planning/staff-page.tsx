import { addDays, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { legalDay, weekday } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { enterAbsence, readCalendar, setStaffHours, withdrawAbsence, type CalendarWeek, type StaffDay } from '#modules/scheduling/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, ErrorSummary, Form, SelectField, TimeField, type FormState } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, dayField, STAFF } from '../settings/desk-facts.ts'
import { planningText } from './planning-text.ts'

interface StaffData extends CalendarWeek {
  mayHours: boolean
  office: OfficeView
}
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const fieldsOf = (day: Day) => ({ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) })

/** When the people who conduct exams are there: days away and working hours. */
export const staffCalendarPage = page<StaffData>({
  path: '/centre/calendar/people', action: 'sitting.read', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    const today = legalDay(ctx.clock.now())
    return { ...(await readCalendar(ctx, { centreId, monday: addDays(today, 1 - weekday(today)) })), mayHours: hasRole(ctx.actor, CLERKS, centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => planningText(lang).staff.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/calendar`, text: planningText(lang).calendar.title } }),
  async post(ctx, { form, lang }) {
    const words = planningText(lang).staff
    const centreId = centreIdOf(ctx)
    const to = `/${lang}/centre/calendar/people`
    if (form.text('do') === 'withdraw') {
      await withdrawAbsence(ctx, { id: form.text('absence') })
      return { to, flash: words.withdrawn }
    }
    if (form.text('do') === 'hours') {
      const from = dayField(form, 'from')
      if (!from) return { errors: [{ field: 'from', message: words.dayWrong }] }
      const time = (field: string) => (form.text(field) === '' ? '' : form.text(field).replace('.', ':').padStart(5, '0'))
      const week = WEEKDAYS.flatMap((n): StaffDay[] => (time(`opens-${n}`) === '' && time(`closes-${n}`) === '' ? [] : [{ weekday: n, opens: time(`opens-${n}`), closes: time(`closes-${n}`) }]))
      await setStaffHours(ctx, { centreId, accountId: form.text('person'), from, week })
      return { to, flash: words.saved }
    }
    const [fromDay, untilDay] = [dayField(form, 'first'), dayField(form, 'until')]
    if (!fromDay || !untilDay) return { errors: [fromDay ? [] : [{ field: 'first', message: words.dayWrong }], untilDay ? [] : [{ field: 'until', message: words.dayWrong }]].flat() }
    await enterAbsence(ctx, { centreId, accountId: form.text('who'), fromDay, untilDay })
    return { to, flash: words.entered }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = planningText(lang).staff
    const named = (id: string) => {
      const person = data.staff.find((each) => each.accountId === id)
      return person ? personName(person, lang, 'full') : '—'
    }
    const mine = data.mayEnter.all ? data.staff : data.staff.filter((each) => each.accountId === data.mayEnter.self)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.absences} flush>
            <Table caption={words.absences} captionHidden empty={<p class="t-quiet">{words.none}</p>} columns={[{ title: words.person }, { title: words.days }, { title: '' }]}
              rows={data.absences.map((each) => ({
                key: each.id,
                cells: [
                  named(each.accountId), each.fromDay === each.untilDay ? formatDay(each.fromDay, lang) : `${formatDay(each.fromDay, lang)} – ${formatDay(each.untilDay, lang)}`,
                  mine.some((person) => person.accountId === each.accountId) && each.untilDay >= data.today && (
                    <Form csrf={csrf} requestKey={`${requestKey}-${each.id}`} values={{ absence: each.id }}><Button kind="link" name="do" value="withdraw" more={named(each.accountId)}>{words.withdraw}</Button></Form>
                  ),
                ],
              }))} />
          </Box>
          {mine.length > 0 && (
            <Box title={words.newAbsence}>
              <Form csrf={csrf} requestKey={requestKey}>
                <SelectField form={form} name="who" label={words.person} options={mine.map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))} />
                <DateFields form={form} name="first" label={words.from} />
                <DateFields form={form} name="until" label={words.until} hint={words.untilHint} />
                <Button name="do" value="absence" icon="plus">{words.enter}</Button>
              </Form>
            </Box>
          )}
          <Box title={words.hours} flush>
            <Table caption={words.hours} captionHidden empty={<p class="t-quiet">{planningText(lang).calendar.noStaff}</p>} columns={[{ title: words.person }, { title: words.hours }]}
              rows={data.staff.map((person) => ({ key: person.accountId, cells: [personName(person, lang, 'full'), person.week.length === 0 ? words.noLimit : person.week.map((day) => `${planningText(lang).weekdays[day.weekday - 1]!} ${day.opens}–${day.closes}`).join('; ')] }))} />
          </Box>
          {data.mayHours && data.staff.length > 0 && <Hours data={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />}
        </div>
      </>
    )
  },
})

function Hours({ data, lang, form, csrf, requestKey }: { data: StaffData; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = planningText(lang).staff
  return (
    <Box title={words.change}>
      <p>{words.hoursLead}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-hours`}>
        <SelectField form={form} name="person" label={words.person} options={data.staff.map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))} />
        <DateFields form={form} name="from" label={words.inForce} value={fieldsOf(data.today)} />
        <p class="govuk-hint">{words.weekHint}</p>
        <div class="t-weekhours">{WEEKDAYS.map((n) => (
          <fieldset class="t-fieldset" key={n}>
            <legend class="govuk-fieldset__legend">{words.weekdays[n - 1]}</legend>
            <div class="t-row"><TimeField form={form} name={`opens-${n}`} label={words.opens} hint={null} /><TimeField form={form} name={`closes-${n}`} label={words.closes} hint={null} /></div>
          </fieldset>
        ))}</div>
        <Button kind="secondary" name="do" value="hours" icon="save">{words.save}</Button>
      </Form>
    </Box>
  )
}
