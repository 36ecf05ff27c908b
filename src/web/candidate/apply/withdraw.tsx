import { page } from '#platform/http/page.ts'
import { nextStep } from '#modules/casework/index.ts'
import { readSent, withdrawApplication } from '#modules/applications/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { applyText } from './apply-text.ts'

/** Taking an application back, at any time before the exam. */
export const withdrawPage = page<Awaited<ReturnType<typeof readSent>>>({
  path: '/cases/:number/withdraw', action: 'application.withdraw', desk: 'candidate', access: 'signed-in',
  load: (ctx, request) => readSent(ctx, request.params['number']!, 'application.withdraw'),
  title: ({ kase }, lang) => `${applyText(lang).withdraw.title} · ${kase.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.kase.number}`, text: applyText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    await withdrawApplication(ctx, { number: params['number']!, version: Number(form.text('version')), note: form.text('note').slice(0, 1000) })
    return { to: `/${lang}/cases/${params['number']}`, flash: applyText(lang).withdraw.done }
  },
  view: (p) => {
    const { lang, data: { kase } } = p
    const text = applyText(lang).withdraw
    if (!nextStep(kase.step, 'application.withdraw')) return <><h1>{text.title}</h1><StopBox title={text.late} wrong={text.lateText} /></>
    return (
      <>
        <h1>{text.title}</h1>
        <ErrorSummary form={p.form} />
        <p>{text.text}</p>
        <Form csrf={p.csrf} requestKey={p.requestKey} version={kase.version}>
          <TextArea form={p.form} name="note" label={text.note} hint={text.noteHint} optional rows={3} maxLength={1000} />
          <ButtonRow stacked><Button kind="warning">{text.button}</Button><a class="q" href={`/${lang}/cases/${kase.number}`}>{text.keep}</a></ButtonRow>
        </Form>
      </>
    )
  },
})
