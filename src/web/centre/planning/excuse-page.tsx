import { page } from '#platform/http/page.ts'
import { formatDay, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { excuseNoShow, readNoShow, type NoShowView } from '#modules/decisions/index.ts'
import { EXCUSE_GROUNDS, whyNotLetIn } from '#modules/exams/index.ts'
import { Button, ErrorSummary, Form, Radios, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { CLERKS } from '../settings/desk-facts.ts'
import { sittingsText } from '../sittings/sittings-text.ts'
import { planningText } from './planning-text.ts'

/** A ground for an absence was shown afterwards. */
export const excusePage = page<{ view: NoShowView; office: OfficeView }>({
  path: '/centre/cases/:number/excuse', action: 'no-show.excuse', desk: 'centre', access: CLERKS,
  async load(ctx, { params }) {
    const view = await readNoShow(ctx, params['number']!)
    return { view, office: await officeOf(ctx, view.centreId) }
  },
  title: ({ view }, lang) => `${planningText(lang).excuse.title} · ${view.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.view.number}`, text: planningText(lang).interests.back } }),
  async post(ctx, { form, lang, params }) {
    await excuseNoShow(ctx, { number: params['number']!, version: Number(form.text('version')), ground: form.text('ground'), paper: form.text('paper'), note: form.text('note') })
    return { to: `/${lang}/centre/cases/${params['number']!}`, flash: planningText(lang).excuse.done }
  },
  view: ({ lang, data: { view }, form, csrf, requestKey }) => {
    const words = planningText(lang).excuse
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        {view.missed && <p>{fill(view.missed.notLetIn ? words.notLetIn : words.missed, { ...(view.missed.notLetIn ? { why: whyNotLetIn(lang, view.missed.notLetIn) } : {}), stage: sittingsText(lang).stages[view.missed.stage], day: formatDay(view.missed.onDay, lang, 'full') })}</p>}
        {view.excused.map((each) => <NoticeBox key={each.excusedAt} tone="green">{fill(words.was, { stage: sittingsText(lang).stages[each.stage], day: formatDay(each.onDay, lang), ground: words.grounds[each.ground as 'other'] ?? each.ground, paper: each.paper })}</NoticeBox>)}
        {!view.missed || !view.open ? <NoticeBox tone="sun">{view.missed ? words.decided : words.none}</NoticeBox> : (
          <Form csrf={csrf} requestKey={requestKey} version={view.version}>
            <p>{fill(words.rule, { days: termDays(view.withinDays, lang) })}</p>
            <Radios form={form} name="ground" label={words.ground} options={EXCUSE_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))} />
            <TextField form={form} name="paper" label={words.paper} hint={words.paperHint} maxLength={200} />
            <TextArea form={form} name="note" label={words.note} rows={3} maxLength={1000} />
            <Button>{words.send}</Button>
          </Form>
        )}
      </>
    )
  },
})
