import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { enterPaperAppeal, readPaperOffer } from '#modules/appeals/index.ts'
import { challengedLine } from '../../appeals/appeal-parts.tsx'
import { appealsText } from '../../appeals/appeals-text.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { StopBox } from '../../ui/stop-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { typedDate } from '../stage-one/typed-date.ts'

/** A clerk enters the appeal of somebody without an account, with its scan and the day on which it came. */
export const paperAppealPage = page<{ offer: Awaited<ReturnType<typeof readPaperOffer>>; office: OfficeView }>({
  path: '/centre/cases/:number/appeal', action: 'appeal.enter-paper', desk: 'centre', access: ['centre-operator', 'centre-head'], files: true,
  async load(ctx, { params }) {
    const offer = await readPaperOffer(ctx, params['number']!)
    return { offer, office: await officeOf(ctx, offer.parent.centreId) }
  },
  title: ({ offer }, lang) => `${appealsText(lang).paper.title} · ${offer.parent.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.offer.parent.number}`, text: appealsText(lang).folder } }),
  async post(ctx, { lang, params, form }) {
    const file = form.file('scan')
    return atFields(lang, async () => {
      const number = await enterPaperAppeal(ctx, {
        number: params['number']!, version: Number(form.text('version')), receivedOn: typedDate(form, 'receivedOn'), ground: form.text('ground'), lateReason: form.text('lateReason'), scan: file ? { name: file.name, bytes: file.bytes } : undefined,
      })
      return { to: `/${lang}/centre/appeals/${number}`, flash: fill(appealsText(lang).appeal.lodged, { number }) }
    })
  },
  view: (p) => {
    const { lang, data: { offer } } = p
    const text = appealsText(lang)
    const { decision, term } = offer
    const stopped = offer.blockers.filter((blocker) => blocker.code !== 'appeal.term-over')
    return (
      <div class="t-stack">
        <div class="t-inhead"><div><p class="t-case__no t-num">{offer.parent.number}</p><h1>{text.paper.title}</h1></div></div>
        <p class="t-quiet">{text.paper.lead}</p>
        <ErrorSummary form={p.form} />
        {offer.lodged ? <NoticeBox title={text.appeal.already}><p><a href={`/${lang}/centre/appeals/${offer.lodged}`}>{text.appeal.open}</a></p></NoticeBox>
          : !decision || !term || stopped.length > 0 ? <StopBox title={text.appeal.blocked} wrong={stopped.map((blocker) => blockerText(lang, blocker)).join(' ')} /> : (
            <Box title={text.appeal.title}>
              <Facts compact facts={[{ term: text.appeal.decision, value: challengedLine(decision, lang) }, ...(offer.first ? [{ term: text.appeal.firstAppeal, value: <a href={`/${lang}/centre/appeals/${offer.first.number}`}>{offer.first.number}</a>, note: text.appeal.secondPanel }] : [])]} />
              <Form csrf={p.csrf} requestKey={p.requestKey} version={offer.parent.version} files>
                <DateFields form={p.form} name="receivedOn" label={text.paper.receivedOn} hint={fill(offer.mayRestore ? text.paper.receivedLateHint : text.paper.receivedHint, { from: formatDay(term.startedOn, lang), until: formatDay(term.lastOn, lang) })} />
                <TextArea form={p.form} name="ground" label={text.appeal.text} rows={6} />
                {offer.mayRestore && <TextArea form={p.form} name="lateReason" label={text.appeal.lateShown} hint={text.paper.lateHint} rows={3} optional />}
                <FileField form={p.form} name="scan" label={text.paper.scan} accept="application/pdf,image/jpeg,image/png" />
                <Button icon="check">{text.paper.enter}</Button>
              </Form>
            </Box>
          )}
      </div>
    )
  },
})
