import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { deliverAppealDecision, readAppealDelivery, type DeliveryPage } from '#modules/appeals/index.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form, SelectField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { typedDate } from '../stage-one/typed-date.ts'

/** The decision on an appeal handed over under signature, for whoever has no account. */
export const appealDeliveryPage = page<{ delivery: DeliveryPage; office: OfficeView }>({
  path: '/centre/appeals/:number/deliver', action: 'appeal.deliver', desk: 'centre', access: ['centre-operator', 'centre-head'], files: true,
  async load(ctx, { params }) {
    const delivery = await readAppealDelivery(ctx, params['number']!)
    return { delivery, office: await officeOf(ctx, delivery.kase.centreId) }
  },
  title: ({ delivery }, lang) => `${appealsText(lang).delivery.title} · ${delivery.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/appeals/${data.delivery.kase.number}`, text: fill(appealsText(lang).appeal.titleOf, { number: data.delivery.kase.number }) } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const file = form.file('scan')
    return atFields(lang, async () => {
      await deliverAppealDecision(ctx, {
        number, version: Number(form.text('version')), deliveredOn: typedDate(form, 'deliveredOn'), witnessId: form.text('witness'), scan: file ? { name: file.name, bytes: file.bytes } : undefined,
      })
      return { to: `/${lang}/centre/appeals/${number}`, flash: appealsText(lang).delivery.delivered }
    })
  },
  view: (p) => {
    const { lang, data: { delivery } } = p
    const words = appealsText(lang).delivery
    return (
      <div class="t-stack">
        <div class="t-inhead"><div><p class="t-case__no t-num">{delivery.kase.number}</p><h1>{personName(delivery.candidate, lang, 'full')}</h1></div></div>
        <ErrorSummary form={p.form} />
        {delivery.deliveredOn ? <NoticeBox tone="green">{fill(words.deliveredAlready, { date: formatDay(delivery.deliveredOn, lang) })}</NoticeBox> : (
          <Box title={words.title}>
            <p>{words.lead}</p>
            <Facts compact facts={[{ term: words.decidedOn, value: formatDay(delivery.decidedOn, lang) }, { term: appealsText(lang).case, value: <a class="t-num t-nowrap" href={`/${lang}/centre/cases/${delivery.parentNumber}`}>{delivery.parentNumber}</a> }]} />
            <Form csrf={p.csrf} requestKey={p.requestKey} version={delivery.kase.version} files>
              <DateFields form={p.form} name="deliveredOn" label={words.deliveredOn} />
              <SelectField form={p.form} name="witness" label={words.witness} options={delivery.staff.map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))} />
              <FileField form={p.form} name="scan" label={words.scan} accept="application/pdf,image/jpeg,image/png" />
              <Button icon="check">{words.deliver}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
