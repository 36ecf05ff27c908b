import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { addEquipment, listOwnScope, readEquipment, type EquipmentShown, type EquipmentState, type Room } from '#modules/centres/index.ts'
import { findApprovedProgramme, type ProgrammeText } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, CheckboxSingle, DateFields, ErrorSummary, Form, NumberField, SelectField, TextField, type FormState } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, dayField, namesOfProfessions, qualificationLine, STAFF, wholeField, type Names } from '../settings/desk-facts.ts'
import { settingsText } from '../settings/settings-text.ts'
import { planningText } from '../planning/planning-text.ts'
import { ownDeskText } from './own-desk-text.ts'

const TONES: Readonly<Record<EquipmentState, TagTone>> = { 'in-order': 'green', 'out-of-order': 'red', coming: 'sky', gone: 'plain' }
export const EquipmentTag = ({ state, lang }: { state: EquipmentState; lang: Language }) => <Tag tone={TONES[state]}>{ownDeskText(lang).equipment.states[state]}</Tag>
export function equipmentDays(row: EquipmentShown, lang: Language): string {
  const words = ownDeskText(lang).equipment
  return row.untilDay ? `${formatDay(row.fromDay, lang)} – ${formatDay(row.untilDay, lang)}` : fill(words.since, { day: formatDay(row.fromDay, lang) })
}

interface Needed {
  professionCode: string
  level: number
  steps: { no: number; operation: ProgrammeText; tools: ProgrammeText }[]
}
interface EquipmentData {
  rows: EquipmentShown[]
  rooms: Room[]
  today: Day
  mayKeep: boolean
  needed: Needed[]
  names: Names
  office: OfficeView
}

/** What stands in the rooms, and beside it what the technological maps of the approved programmes name: two lists of words, compared by people. */
export const equipmentPage = page<EquipmentData>({
  path: '/centre/equipment', action: 'equipment.read', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    const view = await readEquipment(ctx, centreId)
    const needed: Needed[] = []
    for (const line of await listOwnScope(ctx.db, centreId, view.today)) {
      const programme = await findApprovedProgramme(ctx.db, { centreId, professionCode: line.professionCode, level: line.level })
      const steps = (programme?.content.map.steps ?? []).flatMap((step) => (step.tools ? [{ no: step.no, operation: step.operation, tools: step.tools }] : []))
      if (steps.length > 0) needed.push({ professionCode: line.professionCode, level: line.level, steps })
    }
    return { ...view, needed, names: await namesOfProfessions(ctx, needed.map((each) => each.professionCode)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => ownDeskText(lang).equipment.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = ownDeskText(lang).equipment
    const fromDay = dayField(form, 'from')
    if (!fromDay) return { errors: [{ field: 'from', message: words.dayWrong }] }
    await addEquipment(ctx, { centreId: centreIdOf(ctx, CLERKS), roomId: form.text('room'), nameKk: form.text('nameKk'), nameRu: form.text('nameRu'), quantity: wholeField(form, 'quantity') ?? 0, fromDay, movable: form.text('movable') === 'yes' })
    return { to: `/${lang}/centre/equipment`, flash: words.added }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).equipment
    const rooms = [...new Map(data.rows.map((row) => [row.roomId, lang === 'kk' ? row.roomKk : row.roomRu]))]
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          {data.rows.length === 0 && <Empty title={words.empty} icon="hard-hat">{words.emptyText}</Empty>}
          {rooms.map(([id, name]) => (
            <Box key={id} title={name} flush>
              <Table caption={name} captionHidden columns={[{ title: words.name }, { title: words.quantity, numeric: true }, { title: words.days }, { title: words.state }]}
                rows={data.rows.filter((row) => row.roomId === id).map((row) => ({
                  key: row.id,
                  cells: [<a href={`/${lang}/centre/equipment/${row.id}`}>{lang === 'kk' ? row.nameKk : row.nameRu}</a>, formatNumber(row.quantity, lang), equipmentDays(row, lang), <EquipmentTag state={row.state} lang={lang} />],
                }))} />
            </Box>
          ))}
          {data.mayKeep && <NewPiece data={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />}
          {data.needed.length > 0 && <section class="t-block"><h2>{words.needed}</h2><p>{words.neededLead}</p></section>}
          {data.needed.map((each) => (
            <Box key={`${each.professionCode}/${each.level}`} title={qualificationLine(data.names, each, lang)} flush>
              <Table caption={qualificationLine(data.names, each, lang)} captionHidden columns={[{ title: words.operation }, { title: words.tools }]}
                rows={each.steps.map((step) => ({ key: step.no, cells: [inLanguage(step.operation, lang), inLanguage(step.tools, lang)] }))} />
            </Box>
          ))}
        </div>
      </>
    )
  },
})

function NewPiece({ data, lang, form, csrf, requestKey }: { data: EquipmentData; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = ownDeskText(lang).equipment
  const text = settingsText(lang)
  const [year, month, date] = data.today.split('-') as [string, string, string]
  return (
    <Box title={words.newTitle}>
      {data.rooms.length === 0 ? <p><a href={`/${lang}/centre/rooms`}>{words.roomsFirst}</a></p> : (
        <Form csrf={csrf} requestKey={requestKey}>
          <SelectField form={form} name="room" label={words.room} options={data.rooms.map((room) => ({ value: room.id, label: lang === 'kk' ? room.nameKk : room.nameRu }))} />
          <TextField form={form} name="nameKk" label={`${words.name}, ${text.kazakh}`} maxLength={200} />
          <TextField form={form} name="nameRu" label={`${words.name}, ${text.russian}`} maxLength={200} />
          <NumberField form={form} name="quantity" label={words.quantity} width="5" />
          <DateFields form={form} name="from" label={words.from} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
          <CheckboxSingle form={form} name="movable" label={planningText(lang).kits.movableLabel} />
          <Button icon="plus">{words.add}</Button>
        </Form>
      )}
    </Box>
  )
}
