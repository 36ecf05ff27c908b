import type { Moment } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Language } from '#kernel/localized.ts'
import { Denial } from '#kernel/denial.ts'
import type { Role } from '#platform/acts/actor.ts'
import { page, type PageRequest } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { demonstrationPeople, moveClock, personActor, roleName, signInAsDemonstration, type ClockMove, type DemonstrationPerson } from '#modules/people/index.ts'
import { safeNext, sessionCookie } from '../account/session-cookie.ts'
import { homePathOf } from '../desks.ts'
import { Button, ButtonRow, ErrorSummary, Form, NumberField } from '../ui/form.tsx'
import { Empty } from '../ui/empty.tsx'
import { Table } from '../ui/table.tsx'
import { demoText } from './demo-text.ts'

const DESK_OF_ROLE: Readonly<Record<Role, DeskKey>> = {
  'centre-operator': 'centre', 'centre-head': 'centre', invigilator: 'centre', assessor: 'examiner', 'panel-member': 'examiner', accreditor: 'accreditor',
  ministry: 'ministry', 'national-body': 'ministry', auditor: 'auditor', administrator: 'admin',
}
const DESK_KEYS = ['candidate', 'centre', 'examiner', 'ministry', 'accreditor', 'auditor', 'admin'] as const
type DeskKey = (typeof DESK_KEYS)[number]

const MOVES: Readonly<Record<string, ClockMove>> = {
  hour: { by: 'hours', count: 1 }, 'next-working-day': { by: 'working-days', count: 1 }, 'eleven-working-days': { by: 'working-days', count: 11 }, week: { by: 'days', count: 7 },
}

export const demonstrationPage = page<{ people: DemonstrationPerson[]; now: Moment; next: string | undefined }>({
  path: '/demo', action: 'demo.sign-in', desk: 'public', access: 'public',
  load: async (ctx, request) => ({ people: await demonstrationPeople(ctx, { loopback: isLoopback(ctx.publicUrl, request) }), now: ctx.clock.now(), next: safeNext(request.query.get('next')) }),
  title: (_data, lang) => demoText(lang).people.title,
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = demoText(lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.people.title}</h1>
        <p class="t-lead">{text.people.lead}</p>
        {data.people.length === 0 && <Empty title={text.people.empty} />}
        <Form csrf={csrf} values={{ next: data.next }}>
          {DESK_KEYS.map((desk) => <DeskPeople key={desk} desk={desk} people={data.people.filter((person) => deskOf(person) === desk)} lang={lang} />)}
        </Form>
        <section class="t-stack" id="clock">
          <h2>{text.clock.title}</h2>
          <p><b>{fill(text.clock.now, { at: formatMoment(data.now, lang) })}</b></p>
          <p>{text.clock.lead}</p>
          <Form csrf={csrf} requestKey={requestKey}>
            <ButtonRow>
              <Button name="move" value="next-working-day">{text.clock.nextWorkingDay}</Button>
              <Button name="move" value="hour" kind="secondary">{text.clock.hour}</Button>
              <Button name="move" value="week" kind="secondary">{text.clock.week}</Button>
              <Button name="move" value="eleven-working-days" kind="secondary">{text.clock.tenWorkingDays}</Button>
            </ButtonRow>
          </Form>
          <Form csrf={csrf} requestKey={requestKey}>
            <NumberField form={form} name="days" label={text.clock.days} hint={text.clock.daysHint} width="5" />
            <ButtonRow><Button name="move" value="days" kind="secondary">{text.clock.moveDays}</Button></ButtonRow>
          </Form>
        </section>
        <p><a href={`/${lang}/demo/mailbox`}>{text.people.mailbox}</a></p>
      </div>
    )
  },
  async post(ctx, request) {
    const { form, lang } = request
    if (!ctx.demo) throw new Denial('not-found')
    const move = form.text('move')
    if (move) {
      const at = await moveClock(ctx, MOVES[move] ?? { by: 'days', count: Number(form.text('days')) })
      return { to: `/${lang}/demo`, flash: fill(demoText(lang).clock.moved, { at: formatMoment(at, lang) }) }
    }
    const { token, accountId } = await signInAsDemonstration(ctx, form.text('person'), { loopback: isLoopback(ctx.publicUrl, request), device: request.userAgent })
    const actor = await personActor(ctx, accountId)
    return { to: safeNext(form.text('next') || null) ?? `/${lang}${actor ? homePathOf(actor) : '/account'}`, cookies: [sessionCookie(token)] }
  },
})

function DeskPeople({ desk, people, lang }: { desk: DeskKey; people: DemonstrationPerson[]; lang: Language }) {
  const text = demoText(lang).people
  if (people.length === 0) return null
  return (
    <Table caption={text.desks[desk]} columns={[{ title: '' }, { title: '' }, { title: '' }]} rowHeaders rows={people.map((person) => ({
      key: person.demoKey,
      cells: [
        `${person.givenName} ${person.surname}`,
        person.roles.length === 0 ? text.none : person.roles.map((held) => `${roleName(lang, held.role)} — ${inLanguage({ kk: held.organisationKk, ru: held.organisationRu, en: held.organisationEn }, lang)}`).join('; '),
        <Button name="person" value={person.demoKey} kind="link">{fill(text.enter, { name: person.givenName })}</Button>,
      ],
    }))} />
  )
}

function deskOf(person: DemonstrationPerson): DeskKey {
  const desks = person.roles.map((held) => DESK_OF_ROLE[held.role])
  return DESK_KEYS.find((desk) => desks.includes(desk)) ?? 'candidate'
}

/** Nobody but this machine reaches the instance: its address says so and so does the caller's. */
function isLoopback(publicUrl: string, request: PageRequest): boolean {
  const host = new URL(publicUrl).hostname
  return (host === 'localhost' || host === '[::1]' || host.startsWith('127.')) && /^(127\.|::1$|::ffff:127\.)/.test(request.address)
}
