import { inLanguage } from '#kernel/localized.ts'
import { handInUntil } from '#kernel/norms.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { lodgeComplaint } from '#modules/appeals/index.ts'
import * as register from '#modules/register/index.ts'
import { HandInHour } from './hand-in-hour.tsx'
import { appealsText } from '../appeals/appeals-text.ts'
import { askedOneOf } from '../asked.ts'
import { ComplaintFields } from '../appeals/complaint-form.tsx'
import { atFields } from '../appeals/field-errors.ts'
import { Button, ButtonRow, ErrorSummary, Form, SelectField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { IconLinks } from '../ui/ticket.tsx'

interface ComplaintDesk {
  centres: register.CentreListed['centre'][]
  chosen: string
  /** Until which time a complaint counts as lodged today; undefined: to the end of the day. */
  until: string | undefined
}

/** Anybody with an account complains about a centre, without a case; to others the page says how. */
export const publicComplaintPage = page<ComplaintDesk>({
  path: '/complaint', action: 'complaint.lodge', desk: 'public', access: 'public',
  async load(ctx, { query }) {
    const centres = (await register.listCentres(ctx, {})).map((each) => each.centre)
    return { centres, chosen: askedOneOf({ query }, 'centre', centres.map((each) => each.serial)) ?? '', until: handInUntil(await ctx.law.normsInForce(ctx.db, register.todayOf(ctx))) }
  },
  title: (_data, lang) => appealsText(lang).complaint.title,
  async post(ctx, { lang, form }) {
    const words = appealsText(lang).complaint
    if (form.text('centre') === '') return { errors: [{ field: 'centre', message: words.centreChoose }] }
    return atFields(lang, async () => {
      const number = await lodgeComplaint(ctx, { about: { centreSerial: form.text('centre') }, subject: form.text('subject'), body: form.text('body') })
      return { to: `/${lang}/cases/${number}/complaint`, flash: fill(words.sent, { number }) }
    })
  },
  view: (p) => {
    const { lang, data } = p
    const words = appealsText(lang).complaint
    const here = `/${lang}/complaint${data.chosen ? `?centre=${data.chosen}` : ''}`
    return (
      <div class="t-col t-stack">
        <ErrorSummary form={p.form} />
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        {p.ctx.actor.kind === 'person' ? (
          <Form csrf={p.csrf} requestKey={p.requestKey}>
            <SelectField form={p.form} name="centre" label={words.centre} value={data.chosen} options={data.centres.map((each) => ({ value: each.serial, label: inLanguage(each.name, lang) }))} />
            <ComplaintFields form={p.form} lang={lang} />
            <HandInHour until={data.until} lang={lang} />
            <ButtonRow stacked><Button icon="send">{words.send}</Button></ButtonRow>
          </Form>
        ) : (
          <>
            <NoticeBox>{words.signInText}</NoticeBox>
            <ButtonRow stacked><Button href={`/${lang}/sign-in?next=${encodeURIComponent(here)}`} iconAfter="arrow-right">{words.signIn}</Button></ButtonRow>
            <IconLinks links={[{ href: `/${lang}/centres`, text: words.centres, icon: 'building' }]} />
          </>
        )}
      </div>
    )
  },
})
