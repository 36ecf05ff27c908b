import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { enterPaperComplaint, readPaperComplaintForm } from '#modules/appeals/index.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { ComplaintFields } from '../../appeals/complaint-form.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { Button, DateFields, ErrorSummary, FileField, Form } from '../../ui/form.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { typedDate } from '../stage-one/typed-date.ts'

/** A clerk enters the complaint of somebody without an account, with its scan and the day on which it came. */
export const paperComplaintPage = page<{ asked: Awaited<ReturnType<typeof readPaperComplaintForm>>; office: OfficeView }>({
  path: '/centre/cases/:number/complaint', action: 'complaint.enter-paper', desk: 'centre', access: ['centre-operator', 'centre-head'], files: true,
  async load(ctx, { params }) {
    const asked = await readPaperComplaintForm(ctx, params['number']!)
    return { asked, office: await officeOf(ctx, asked.parent.centreId) }
  },
  title: ({ asked }, lang) => `${appealsText(lang).paperComplaint.title} · ${asked.parent.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.asked.parent.number}`, text: appealsText(lang).folder } }),
  async post(ctx, { lang, params, form }) {
    return atFields(lang, async () => {
      const number = await enterPaperComplaint(ctx, {
        number: params['number']!, receivedOn: typedDate(form, 'receivedOn'), subject: form.text('subject'), body: form.text('body'), person: form.text('person') || null, scan: form.file('scan'),
      })
      return { to: `/${lang}/centre/complaints/${number}`, flash: fill(appealsText(lang).complaint.sent, { number }) }
    })
  },
  view: (p) => {
    const { lang, data: { asked } } = p
    const text = appealsText(lang).paperComplaint
    return (
      <div class="t-stack">
        <div class="t-inhead"><div><p class="t-case__no t-num">{asked.parent.number}</p><h1>{text.title}</h1></div></div>
        <p class="t-quiet">{text.lead}</p>
        <ErrorSummary form={p.form} />
        <Form csrf={p.csrf} requestKey={p.requestKey} files>
          <DateFields form={p.form} name="receivedOn" label={text.receivedOn} hint={text.receivedHint} />
          <ComplaintFields form={p.form} lang={lang} people={asked.people} body={text.body} />
          <FileField form={p.form} name="scan" label={text.scan} accept="application/pdf,image/jpeg,image/png" />
          <Button icon="check">{text.enter}</Button>
        </Form>
      </div>
    )
  },
})
