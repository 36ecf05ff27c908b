import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { findWithoutCompetence, listEquipmentOn, listRooms, listStaff, nameWithCode, readCompetences, type CompetencesView, type EquipmentShown, type Room } from '#modules/centres/index.ts'
import { createSitting } from '#modules/scheduling/index.ts'
import { Button, Checkboxes, DateFields, ErrorSummary, Form, NumberField, Radios, SelectField, TimeField } from '../../ui/form.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { ownDeskText } from '../own-desk/own-desk-text.ts'
import { planningText } from '../planning/planning-text.ts'
import { centreIdOf, chosenQualification, CLERKS, dayField, qualificationLine, scopeOf, wholeField, type Names } from '../settings/desk-facts.ts'
import { sittingsText } from './sittings-text.ts'

interface NewSittingData {
  competences: CompetencesView
  scope: { professionCode: string; level: number }[]
  names: Names
  rooms: Room[]
  equipment: EquipmentShown[]
  staff: Awaited<ReturnType<typeof listStaff>>
  office: OfficeView
}

/** A new sitting: what is wrong with it is said all at once. */
export const newSittingPage = page<NewSittingData>({
  path: '/centre/sittings/new', action: 'sitting.create', desk: 'centre', access: CLERKS,
  async load(ctx) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { competences: await readCompetences(ctx, centreId), ...(await scopeOf(ctx, centreId)), rooms: await listRooms(ctx.db, centreId), equipment: await listEquipmentOn(ctx.db, centreId, legalDay(ctx.clock.now())), staff: await listStaff(ctx.db, centreId, legalDay(ctx.clock.now())), office: await officeOf(ctx, centreId) }
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
    const kits = Object.keys(form.values).filter((field) => field.startsWith('kit-')).flatMap((field) => (form.text(field) === '' ? [] : [{ field, equipmentId: field.slice(4), quantity: wholeField(form, field) }]))
    for (const kit of kits) if (!parseUuid(kit.equipmentId) || !kit.quantity) errors.push({ field: kit.field, message: planningText(lang).kits.wrong })
    if (errors.length > 0 || !stage || !chosen || !onDay || seats === undefined) return { errors }
    const people = [...['invigilator', 'proctor'].map((field) => form.text(field)).filter((id) => id !== ''), ...form.list('assessors')]
    if (people.some((id) => !parseUuid(id))) throw new Denial('not-found')
    const centreId = centreIdOf(ctx, CLERKS)
    await createSitting(ctx, {
      mode, ...(mode === 'online' ? { proctorId: parseUuid(form.text('proctor')) } : { roomId: roomId! }),
      centreId, stage, ...chosen, onDay, start: time('start'), end: time('end'), seats,
      invigilatorId: mode === 'online' ? undefined : parseUuid(form.text('invigilator')), assessorIds: stage === 'practice' ? (form.list('assessors') as Uuid[]) : [], kits: kits.map(({ equipmentId, quantity }) => ({ equipmentId, quantity: quantity! })),
    })
    const asked = stage === 'practice' ? form.list('assessors') : []
    const lacking = await findWithoutCompetence(ctx.db, { centreId, ...chosen, on: onDay, people: asked })
    const names = (await listStaff(ctx.db, centreId, onDay)).filter((person) => lacking.includes(person.accountId)).map((person) => personName(person, lang, 'full'))
    return { to: `/${lang}/centre/sittings?week=${onDay}`, flash: lacking.length > 0 ? fill(ownDeskText(lang).competences.createdLacking, { names: names.join(', ') }) : words.created }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = sittingsText(lang)
    const kits = planningText(lang).kits
    const pieces = data.equipment.filter((piece) => piece.state === 'in-order' || piece.state === 'coming')
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
          {pieces.length > 0 && (
            <fieldset class="t-fieldset">
              <legend class="govuk-fieldset__legend">{kits.title}</legend>
              <p class="govuk-hint">{kits.hint}</p>
              {pieces.map((piece) => (
                <NumberField key={piece.id} form={form} name={`kit-${piece.id}`} width="5" optional label={fill(kits.line, { name: lang === 'kk' ? piece.nameKk : piece.nameRu, room: lang === 'kk' ? piece.roomKk : piece.roomRu, n: piece.quantity })} hint={piece.movable ? kits.movable : kits.fixed} />
              ))}
            </fieldset>
          )}
          <Button icon="calendar-plus">{words.create}</Button>
        </Form>
      </>
    )
  },
})
