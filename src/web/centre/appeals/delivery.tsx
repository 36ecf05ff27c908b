import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type FormBody, type ViewProps } from '#platform/http/page.ts'
import { deliverAppealDecision, deliverComplaintAnswer, readAnswerDelivery, readAppealDelivery, type DeliveryPage } from '#modules/appeals/index.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form, SelectField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { typedDate } from '../stage-one/typed-date.ts'

interface DeliveryData {
  delivery: DeliveryPage
  office: OfficeView
}
type Words = Record<'title' | 'lead' | 'decidedOn' | 'deliveredAlready', string>

const signedDelivery = (number: string, form: FormBody) => {
  const file = form.file('scan')
  return { number, version: Number(form.text('version')), deliveredOn: typedDate(form, 'deliveredOn'), witnessId: form.text('witness'), scan: file ? { name: file.name, bytes: file.bytes } : undefined }
}

/** The decision on an appeal handed over under signature, for whoever has no account. */
export const appealDeliveryPage = page<DeliveryData>({
  path: '/centre/appeals/:number/deliver', action: 'appeal.deliver', desk: 'centre', access: ['centre-operator', 'centre-head'], files: true,
  async load(ctx, { params }) {
    const delivery = await readAppealDelivery(ctx, params['number']!)
    return { delivery, office: await officeOf(ctx, delivery.kase.centreId) }
  },
  title: ({ delivery }, lang) => `${appealsText(lang).delivery.title} · ${delivery.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/appeals/${data.delivery.kase.number}`, text: fill(appealsText(lang).appeal.titleOf, { number: data.delivery.kase.number }) } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    return atFields(lang, async () => {
      await deliverAppealDecision(ctx, signedDelivery(number, form))
      return { to: `/${lang}/centre/appeals/${number}`, flash: appealsText(lang).delivery.delivered }
    })
  },
  view: (p) => <SignedSheet p={p} words={appealsText(p.lang).delivery} />,
})

/** The answer to a complaint handed over under signature, for whoever has no account. */
export const answerDeliveryPage = page<DeliveryData>({
  path: '/centre/complaints/:number/deliver', action: 'complaint.deliver', desk: 'centre', access: ['centre-operator', 'centre-head'], files: true,
  async load(ctx, { params }) {
    const delivery = await readAnswerDelivery(ctx, params['number']!)
    return { delivery, office: await officeOf(ctx, delivery.kase.centreId) }
  },
  title: ({ delivery }, lang) => `${appealsText(lang).answerDelivery.title} · ${delivery.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/complaints/${data.delivery.kase.number}`, text: fill(appealsText(lang).complaint.titleOf, { number: data.delivery.kase.number }) } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    return atFields(lang, async () => {
      await deliverComplaintAnswer(ctx, signedDelivery(number, form))
      return { to: `/${lang}/centre/complaints/${number}`, flash: appealsText(lang).answerDelivery.delivered }
    })
  },
  view: (p) => <SignedSheet p={p} words={appealsText(p.lang).answerDelivery} />,
})

/** Whose paper it is, and the form: day, second person, scan of the signed sheet. */
function SignedSheet({ p, words }: { p: ViewProps<DeliveryData>; words: Words }) {
  const { lang, data: { delivery } } = p
  const fields = appealsText(lang).delivery
  return (
    <div class="t-stack">
      <div class="t-inhead"><div><p class="t-case__no t-num">{delivery.kase.number}</p><h1>{personName(delivery.candidate, lang, 'full')}</h1></div></div>
      <ErrorSummary form={p.form} />
      {delivery.deliveredOn ? <NoticeBox tone="green">{fill(words.deliveredAlready, { date: formatDay(delivery.deliveredOn, lang) })}</NoticeBox> : (
        <Box title={words.title}>
          <p>{words.lead}</p>
          <Facts compact facts={[
            { term: words.decidedOn, value: formatDay(delivery.decidedOn, lang) },
            ...(delivery.parentNumber ? [{ term: appealsText(lang).case, value: <a class="t-num t-nowrap" href={`/${lang}/centre/cases/${delivery.parentNumber}`}>{delivery.parentNumber}</a> }] : []),
          ]} />
          <Form csrf={p.csrf} requestKey={p.requestKey} version={delivery.kase.version} files>
            <DateFields form={p.form} name="deliveredOn" label={fields.deliveredOn} />
            <SelectField form={p.form} name="witness" label={fields.witness} options={delivery.staff.map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))} />
            <FileField form={p.form} name="scan" label={fields.scan} accept="application/pdf,image/jpeg,image/png" />
            <Button icon="check">{fields.deliver}</Button>
          </Form>
        </Box>
      )}
    </div>
  )
}
