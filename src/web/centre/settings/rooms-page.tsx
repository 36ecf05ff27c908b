import { legalDay } from '#kernel/day.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { ACCESSIBILITY_FEATURES, changeRoom, closeRoom, listAccessibility, listRooms, openRoom, setAccessibility, type AccessibilityFeature, type Room } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form, NumberField, TextField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Details } from '../../ui/why.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, STAFF, wholeField } from './desk-facts.ts'
import { planningText } from '../planning/planning-text.ts'
import { settingsText } from './settings-text.ts'

interface RoomsData {
  rooms: Room[]
  mayChange: boolean
  office: OfficeView
}

/** The rooms in which sittings are held. */
export const roomsPage = page<RoomsData>({
  path: '/centre/rooms', action: 'centre.settings', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return { rooms: await listRooms(ctx.db, centreId), mayChange: hasRole(ctx.actor, CLERKS, centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => settingsText(lang).rooms.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = settingsText(lang).rooms
    const centreId = centreIdOf(ctx, CLERKS)
    if (form.text('do') === 'close') {
      await closeRoom(ctx, { centreId, roomId: form.text('roomId') })
      return { to: `/${lang}/centre/rooms`, flash: words.closed }
    }
    if (form.text('do') === 'change') {
      const id = form.text('roomId')
      const [places, work] = [wholeField(form, `seats-${id}`), wholeField(form, `workplaces-${id}`)]
      if (places === undefined) return { errors: [{ field: `seats-${id}`, message: words.seatsWrong }] }
      if (work === undefined && form.text(`workplaces-${id}`) !== '') return { errors: [{ field: `workplaces-${id}`, message: planningText(lang).rooms.wrong }] }
      await changeRoom(ctx, { centreId, roomId: id, seats: places, workplaces: work ?? null })
      return { to: `/${lang}/centre/rooms`, flash: planningText(lang).rooms.changed }
    }
    const workplaces = wholeField(form, 'workplaces')
    if (workplaces === undefined && form.text('workplaces') !== '') return { errors: [{ field: 'workplaces', message: planningText(lang).rooms.wrong }] }
    const seats = wholeField(form, 'seats')
    if (seats === undefined) return { errors: [{ field: 'seats', message: words.seatsWrong }] }
    await openRoom(ctx, { centreId, nameKk: form.text('nameKk'), nameRu: form.text('nameRu'), seats, workplaces })
    return { to: `/${lang}/centre/rooms`, flash: words.opened }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.rooms
    const plan = planningText(lang).rooms
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Table caption={words.title} captionHidden empty={<Empty title={words.empty} icon="building">{''}</Empty>} columns={[{ title: words.name }, { title: words.seats, numeric: true }, { title: plan.workplaces, numeric: true }, { title: '' }]}
            rows={data.rooms.map((room) => ({
              key: room.id,
              cells: [
                lang === 'kk' ? room.nameKk : room.nameRu, room.seats, room.workplaces ?? plan.notSaid,
                data.mayChange && (
                  <>
                    <Form csrf={csrf} requestKey={`${requestKey}-${room.id}`} values={{ roomId: room.id }}><Button kind="link" name="do" value="close" more={room.nameRu}>{words.close}</Button></Form>
                    <Details summary={plan.changeTitle}>
                      <Form csrf={csrf} requestKey={`${requestKey}-change-${room.id}`} values={{ roomId: room.id }}>
                        <NumberField form={form} name={`seats-${room.id}`} label={words.seats} width="5" value={String(room.seats)} />
                        <NumberField form={form} name={`workplaces-${room.id}`} label={plan.workplaces} optional width="5" value={room.workplaces === null ? '' : String(room.workplaces)} />
                        <Button kind="secondary" name="do" value="change" more={room.nameRu}>{plan.change}</Button>
                      </Form>
                    </Details>
                  </>
                ),
              ],
            }))} />
          {data.mayChange && (
            <Box title={words.newTitle}>
              <Form csrf={csrf} requestKey={requestKey}>
                <TextField form={form} name="nameKk" label={`${words.name}, ${text.kazakh}`} maxLength={120} />
                <TextField form={form} name="nameRu" label={`${words.name}, ${text.russian}`} maxLength={120} />
                <NumberField form={form} name="seats" label={words.seats} width="5" />
                <NumberField form={form} name="workplaces" label={plan.workplaces} hint={plan.workplacesHint} optional width="5" />
                <Button icon="plus">{words.open}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})

interface AccessibilityData {
  features: AccessibilityFeature[]
  mayChange: boolean
  office: OfficeView
  today: string
}

/** The accessibility passport: what there is and where, in both languages. */
export const accessibilityPage = page<AccessibilityData>({
  path: '/centre/accessibility', action: 'centre.settings', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return { features: await listAccessibility(ctx.db, centreId), mayChange: hasRole(ctx.actor, CLERKS, centreId), office: await officeOf(ctx, centreId), today: legalDay(ctx.clock.now()) }
  },
  title: (_data, lang) => settingsText(lang).accessibility.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    await setAccessibility(ctx, {
      centreId: centreIdOf(ctx, CLERKS),
      features: ACCESSIBILITY_FEATURES.map((feature) => ({ feature, available: form.text(feature) === 'yes', noteKk: form.text(`${feature}-noteKk`), noteRu: form.text(`${feature}-noteRu`) })),
    })
    return { to: `/${lang}/centre/accessibility`, flash: settingsText(lang).saved }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.accessibility
    const of = (name: string) => data.features.find((each) => each.feature === name)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        {!data.mayChange ? (
          <Table caption={words.title} captionHidden columns={[{ title: words.title }, { title: '' }, { title: words.note }]}
            rows={ACCESSIBILITY_FEATURES.map((name) => ({ key: name, cells: [words.features[name], of(name)?.available ? text.yes : text.no, (lang === 'kk' ? of(name)?.noteKk : of(name)?.noteRu) ?? ''] }))} />
        ) : (
          <Form csrf={csrf} requestKey={requestKey}>
            <div class="t-stack">
              {ACCESSIBILITY_FEATURES.map((name) => (
                <Box key={name} title={words.features[name]}>
                  <CheckboxSingle form={form} name={name} label={words.features[name]} checked={of(name)?.available} />
                  <TextField form={form} name={`${name}-noteKk`} label={`${words.note}, ${text.kazakh}`} optional value={of(name)?.noteKk ?? ''} />
                  <TextField form={form} name={`${name}-noteRu`} label={`${words.note}, ${text.russian}`} optional value={of(name)?.noteRu ?? ''} />
                </Box>
              ))}
              <Button icon="save">{text.save}</Button>
            </div>
          </Form>
        )}
      </>
    )
  },
})
