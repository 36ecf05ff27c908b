import type { Uuid } from '#kernel/id.ts'
import { centresOf } from '#platform/acts/actor.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { enterStrangersComplaint } from '#modules/appeals/index.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { ComplaintFields } from '../../appeals/complaint-form.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { Button, DateFields, ErrorSummary, FileField, Form, IinField, PhoneField, TextField } from '../../ui/form.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from '../stage-one/stage-one-text.ts'
import { typedDate } from '../stage-one/typed-date.ts'

/** A clerk enters the complaint of somebody who has neither an account nor a case at the centre. */
export const strangersComplaintPage = page<{ office: OfficeView }>({
  path: '/centre/paper-complaint', action: 'complaint.enter-strangers', desk: 'centre', access: ['centre-operator', 'centre-head'], files: true,
  load: async (ctx) => ({ office: await officeOf(ctx, centresOf(ctx.actor)[0]!) }),
  title: (_data, lang) => appealsText(lang).paperComplaint.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/complaints`, text: appealsText(lang).complaints.title } }),
  async post(ctx, { lang, form }) {
    const line = (name: string, most: number) => form.text(name).slice(0, most)
    return atFields(lang, async () => {
      const number = await enterStrangersComplaint(ctx, {
        centreId: centresOf(ctx.actor)[0]! as Uuid, receivedOn: typedDate(form, 'receivedOn'), subject: form.text('subject'), body: form.text('body'), scan: form.file('scan'),
        person: {
          iin: form.text('iin'), surname: line('surname', 100), givenName: line('givenName', 100), patronymic: line('patronymic', 100), birthOn: typedDate(form, 'birthOn'),
          phone: line('phone', 40), address: line('address', 300),
        },
      })
      return { to: `/${lang}/centre/complaints/${number}`, flash: fill(appealsText(lang).complaint.sent, { number }) }
    })
  },
  view: (p) => {
    const { lang, form } = p
    const text = appealsText(lang).paperComplaint
    const words = stageOneText(lang).paper
    return (
      <div class="t-stack">
        <h1>{text.title}</h1>
        <p class="t-quiet">{text.strangers}</p>
        <ErrorSummary form={form} />
        <Form csrf={p.csrf} requestKey={p.requestKey} files>
          <DateFields form={form} name="receivedOn" label={text.receivedOn} hint={text.receivedHint} />
          <FileField form={form} name="scan" label={text.scan} accept="application/pdf,image/jpeg,image/png" />
          <h2>{text.complainant}</h2>
          <IinField form={form} name="iin" label={words.iin} />
          <TextField form={form} name="surname" label={words.surname} maxLength={100} autocomplete="off" />
          <TextField form={form} name="givenName" label={words.givenName} maxLength={100} autocomplete="off" />
          <TextField form={form} name="patronymic" label={words.patronymic} optional maxLength={100} autocomplete="off" />
          <DateFields form={form} name="birthOn" label={words.birthOn} />
          <PhoneField form={form} name="phone" label={words.phone} optional maxLength={40} autocomplete="off" />
          <TextField form={form} name="address" label={words.address} optional maxLength={300} autocomplete="off" />
          <ComplaintFields form={form} lang={lang} body={text.body} />
          <Button icon="check">{text.enter}</Button>
        </Form>
      </div>
    )
  },
})
