import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Role } from '#platform/acts/actor.ts'
import { page, type PageRequest } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { demonstrationCases, type CaseSummary } from '#modules/casework/index.ts'
import { demonstrationUnmarked } from '#modules/exams/index.ts'
import { demonstrationPeople, moveClock, personActor, signInAsDemonstration, type ClockMove, type DemonstrationPerson } from '#modules/people/index.ts'
import { demonstrationDocuments, type DemonstrationDocument } from '#modules/recognition-documents/index.ts'
import { safeNext, sessionCookie } from '../account/session-cookie.ts'
import { homePathOf } from '../desks.ts'
import { Button, ButtonRow, ErrorSummary, Form, NumberField } from '../ui/form.tsx'
import { Empty } from '../ui/empty.tsx'
import { demoText } from './demo-text.ts'
import { Candidates, DeskPeople, DocumentsToCheck } from './people-parts.tsx'
import { groupStandings } from './standing-groups.ts'

const DESK_OF_ROLE: Readonly<Record<Role, DeskKey>> = {
  'centre-operator': 'centre', 'centre-head': 'centre', invigilator: 'centre', assessor: 'examiner', 'panel-member': 'examiner', accreditor: 'accreditor', 'chamber-officer': 'accreditor', 'accreditation-expert': 'accreditor', surveyor: 'accreditor', 'accreditation-commission': 'accreditor', applicant: 'applicant', 'sector-officer': 'sector',
  'employer-representative': 'employer', 'career-centre-specialist': 'career-centre', 'voucher-payer-officer': 'payer', proctor: 'proctor',
  ministry: 'ministry', 'national-body': 'ministry', auditor: 'auditor', administrator: 'admin',
}
const DESK_KEYS = ['centre', 'examiner', 'ministry', 'accreditor', 'applicant', 'sector', 'employer', 'career-centre', 'payer', 'proctor', 'auditor', 'admin'] as const
type DeskKey = (typeof DESK_KEYS)[number]

const MOVES: Readonly<Record<string, ClockMove>> = {
  hour: { by: 'hours', count: 1 }, 'next-working-day': { by: 'working-days', count: 1 }, 'eleven-working-days': { by: 'working-days', count: 11 }, week: { by: 'days', count: 7 },
}

interface DemonstrationData {
  people: DemonstrationPerson[]
  cases: CaseSummary[]
  documents: DemonstrationDocument[]
  unmarked: ReadonlySet<string>
  now: Moment
  next: string | undefined
}

export const demonstrationPage = page<DemonstrationData>({
  path: '/demo', action: 'demo.sign-in', desk: 'public', access: 'public',
  async load(ctx, request) {
    const people = await demonstrationPeople(ctx, { loopback: isLoopback(ctx.publicUrl, request) })
    const cases = await demonstrationCases(ctx, people.map((person) => person.accountId))
    const ids = cases.map((kase) => kase.id)
    return { people, cases, documents: await demonstrationDocuments(ctx, ids), unmarked: await demonstrationUnmarked(ctx, ids), now: ctx.clock.now(), next: safeNext(request.query.get('next')) }
  },
  title: (_data, lang) => demoText(lang).people.title,
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = demoText(lang)
    const candidates = data.people.filter((person) => deskOf(person) === undefined)
    const desks = DESK_KEYS.map((desk) => ({ desk, people: data.people.filter((person) => deskOf(person) === desk) })).filter(({ people }) => people.length > 0)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.people.title}</h1>
        <p class="t-lead">{text.people.lead}</p>
        {data.people.length === 0 && <Empty title={text.people.empty} />}
        {data.people.length > 0 && (
          <nav class="t-links" aria-label={text.people.title}>
            {candidates.length > 0 && <a href="#candidates">{text.people.desks.candidate}</a>}
            {data.documents.length > 0 && <a href="#documents">{text.people.documents}</a>}
            {desks.map(({ desk }) => <a key={desk} href={`#desk-${desk}`}>{text.people.desks[desk]}</a>)}
            <a href="#clock">{text.clock.title}</a>
          </nav>
        )}
        {candidates.length > 0 && (
          <Form csrf={csrf} values={{ next: data.next }} class="t-stack">
            <Candidates lang={lang} groups={groupStandings(candidates, data.cases, data.documents, data.unmarked)} without={candidates.filter((person) => !data.cases.some((kase) => kase.accountId === person.accountId))} />
          </Form>
        )}
        <DocumentsToCheck documents={data.documents} cases={data.cases} lang={lang} />
        <Form csrf={csrf} values={{ next: data.next }} class="t-stack">
          {desks.map(({ desk, people }) => <DeskPeople key={desk} desk={desk} people={people} lang={lang} />)}
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

/** The desk of a person's first role; undefined for whoever holds none and is a candidate. */
function deskOf(person: DemonstrationPerson): DeskKey | undefined {
  const desks = person.roles.map((held) => DESK_OF_ROLE[held.role])
  return DESK_KEYS.find((desk) => desks.includes(desk))
}

/** Nobody but this machine reaches the instance: its address says so and so does the caller's. */
function isLoopback(publicUrl: string, request: PageRequest): boolean {
  const host = new URL(publicUrl).hostname
  return (host === 'localhost' || host === '[::1]' || host.startsWith('127.')) && /^(127\.|::1$|::ffff:127\.)/.test(request.address)
}
