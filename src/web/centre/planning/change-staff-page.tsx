import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { page } from '#platform/http/page.ts'
import { personName } from '#platform/i18n/format.ts'
import { listStaff } from '#modules/centres/index.ts'
import { changeStaff } from '#modules/exams/index.ts'
import { getSitting, type Sitting } from '#modules/scheduling/index.ts'
import { Button, Checkboxes, ErrorSummary, Form, SelectField } from '../../ui/form.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS } from '../settings/desk-facts.ts'
import { sittingsText } from '../sittings/sittings-text.ts'
import { planningText } from './planning-text.ts'
import { sittingLine } from './sitting-line.ts'

interface ChangeData {
  sitting: Sitting
  staff: Awaited<ReturnType<typeof listStaff>>
  office: OfficeView
}

/** Other people for a sitting that stands. */
export const changeStaffPage = page<ChangeData>({
  path: '/centre/sittings/:id/staff', action: 'sitting.name-staff', desk: 'centre', access: CLERKS,
  async load(ctx, { params }) {
    const centreId = centreIdOf(ctx, CLERKS)
    const sitting = await getSitting(ctx.db, params['id'] ?? '')
    if (sitting.centreId !== centreId) throw new Denial('not-found')
    return { sitting, staff: await listStaff(ctx.db, centreId, sitting.onDay), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => planningText(lang).change.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/sittings/${data.sitting.id}`, text: planningText(lang).change.back } }),
  async post(ctx, { form, lang, params }) {
    const named = form.list('assessors')
    if (named.some((id) => !parseUuid(id))) throw new Denial('not-found')
    await changeStaff(ctx, { sittingId: params['id'] ?? '', invigilatorId: parseUuid(form.text('invigilator')), assessorIds: named as Uuid[] })
    return { to: `/${lang}/centre/sittings/${params['id']!}`, flash: planningText(lang).change.saved }
  },
  view: ({ lang, data: { sitting, staff }, form, csrf, requestKey }) => {
    const words = planningText(lang).change
    const text = sittingsText(lang)
    const holding = (role: string) => staff.filter((person) => (person.roles as readonly string[]).includes(role)).map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{sittingLine(sitting, lang)}</p>
        <p>{words.lead}</p>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey}>
          <SelectField form={form} name="invigilator" label={text.invigilator} empty={text.nobody} value={sitting.invigilatorId ?? ''} options={holding('invigilator')} />
          {sitting.stage === 'practice' && <Checkboxes form={form} name="assessors" label={text.assessors} chosen={sitting.assessorIds} options={holding('assessor')} />}
          <Button>{words.save}</Button>
        </Form>
      </>
    )
  },
})
