import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { CLERKS, nextStep } from '#modules/casework/index.ts'
import { readSent, withdrawOnPaper } from '#modules/applications/index.ts'
import { applyText } from '../../candidate/apply/apply-text.ts'
import { Button, ButtonRow, DateFields, ErrorSummary, FileField, Form, TextArea } from '../../ui/form.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'
import { typedDate } from './typed-date.ts'

/** A clerk enters that somebody without an account took his application back on paper. */
export const paperWithdrawalPage = page<{ sent: Awaited<ReturnType<typeof readSent>>; office: OfficeView }>({
  path: '/centre/cases/:number/withdraw', action: 'application.withdraw-on-paper', desk: 'centre', access: CLERKS, files: true,
  async load(ctx, { params }) {
    const sent = await readSent(ctx, params['number']!, 'application.withdraw-on-paper')
    return { sent, office: await officeOf(ctx, sent.kase.centreId) }
  },
  title: ({ sent }, lang) => `${stageOneText(lang).onPaper.withdraw.title} · ${sent.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.sent.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    await withdrawOnPaper(ctx, { number, version: Number(form.text('version')), receivedOn: typedDate(form, 'receivedOn'), note: form.text('note').slice(0, 1000), scan: form.file('scan') })
    return { to: `/${lang}/centre/cases/${number}`, flash: stageOneText(lang).onPaper.withdraw.done }
  },
  view: (p) => {
    const { lang, data: { sent: { kase } } } = p
    const words = applyText(lang).withdraw
    const text = stageOneText(lang).onPaper
    return (
      <div class="t-stack">
        <h1>{text.withdraw.title} <span class="t-num">{kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        {!nextStep(kase.step, 'application.withdraw') ? <StopBox title={words.late} wrong={words.lateText} /> : (
          <>
            <p>{text.withdraw.lead}</p>
            <Form csrf={p.csrf} requestKey={p.requestKey} version={kase.version} files>
              <DateFields form={p.form} name="receivedOn" label={text.receivedOn} hint={fill(text.receivedHint, { from: formatDay(kase.openedOn, lang) })} />
              <FileField form={p.form} name="scan" label={text.withdraw.scan} hint={text.scanHint} accept="application/pdf,image/jpeg,image/png" />
              <TextArea form={p.form} name="note" label={text.withdraw.note} optional rows={3} maxLength={1000} />
              <ButtonRow><Button kind="warning">{text.withdraw.button}</Button></ButtonRow>
            </Form>
          </>
        )}
      </div>
    )
  },
})
