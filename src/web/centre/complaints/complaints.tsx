import type { Language } from '#kernel/localized.ts'
import { centresOf } from '#platform/acts/actor.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { answerComplaint, FINDINGS, listComplaints, openRecordingOfComplaint, readComplaint, type ComplaintView } from '#modules/appeals/index.ts'
import { messages } from '#modules/appeals/messages/index.ts'
import { CENTRE_ROLES } from '#modules/casework/index.ts'
import { readPage } from '../../page-number.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { ComplaintAnswer, ComplaintHead, ComplaintMatter, ComplaintTable } from '../../appeals/complaint-parts.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { History } from '../../appeals/parts.tsx'
import { OpenRecording, openedAddress } from '../../proctor/opened.tsx'
import { Box } from '../../ui/card.tsx'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'

const PAGE_SIZE = 20

/** The complaints about the centre, those without an answer first. */
export const centreComplaintsPage = page<{ list: Awaited<ReturnType<typeof listComplaints>>; page: number; office: OfficeView }>({
  path: '/centre/complaints', action: 'complaint.list', desk: 'centre', access: ['centre-operator', 'centre-head'],
  async load(ctx, request) {
    const centreId = centresOf(ctx.actor)[0]!
    return { ...(await readPage(request, PAGE_SIZE, (each) => listComplaints(ctx, centreId, each, PAGE_SIZE), ({ total }) => total)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => appealsText(lang).complaints.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data }) => {
    const words = appealsText(lang).complaints
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1>{data.list.open > 0 && <Tag tone="sun" icon="clock">{fill(words.open, { n: formatNumber(data.list.open, lang) })}</Tag>}<Button kind="secondary" href={`/${lang}/centre/paper-complaint`} icon="file">{appealsText(lang).paperComplaint.title}</Button></div>
        <ComplaintTable rows={data.list.rows} lang={lang} title={words.title} hrefFor={(number) => `/${lang}/centre/complaints/${number}`} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.list.total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/centre/complaints?page=${each}`}
          rows={data.list.rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.list.rows.length, total: formatNumber(data.list.total, lang) } : undefined} />
      </>
    )
  },
})

/** One complaint at the desk of its centre: read it, answer it with what was found and done. */
export const centreComplaintPage = page<{ view: ComplaintView; office: OfficeView }>({
  path: '/centre/complaints/:number', action: 'complaint.read', desk: 'centre', access: [...CENTRE_ROLES, 'ministry', 'national-body', 'auditor'],
  async load(ctx, { params }) {
    const view = await readComplaint(ctx, params['number']!)
    return { view, office: await officeOf(ctx, view.kase.centreId) }
  },
  title: ({ view }, lang) => fill(appealsText(lang).complaint.titleOf, { number: view.kase.number }),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/complaints`, text: appealsText(lang).complaints.title } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    if (form.text('do') === 'recording') {
      const viewId = await openRecordingOfComplaint(ctx, { number, stage: STAGES.find((each) => each === form.text('stage')) ?? 'theory' })
      return { to: openedAddress(lang, (await readComplaint(ctx, number)).parentNumber!, viewId) }
    }
    return atFields(lang, async () => {
      await answerComplaint(ctx, { number, version: Number(form.text('version')), finding: form.text('finding'), answer: form.text('answer'), measures: form.text('measures') })
      return { to: `/${lang}/centre/complaints/${number}`, flash: appealsText(lang).complaints.sent }
    })
  },
  view: (p) => {
    const { lang, data: { view } } = p
    const text = appealsText(lang)
    const words = text.complaints
    return (
      <>
        <ComplaintHead view={view} lang={lang} />
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            <ComplaintMatter view={view} lang={lang} caseHref={(number) => `/${lang}/centre/cases/${number}`} />
            <OpenRecording stages={view.recorded} lang={lang} csrf={p.csrf} requestKey={p.requestKey} />
            {view.mayAnswer && (
              <Box title={words.answerTitle}>
                <Form csrf={p.csrf} requestKey={p.requestKey} version={view.kase.version}>
                  <Radios form={p.form} name="finding" label={text.complaint.finding} options={FINDINGS.map((finding) => ({ value: finding, label: messages[lang].findings[finding] }))} />
                  <TextArea form={p.form} name="answer" label={text.complaint.answer} hint={words.answerHint} rows={8} />
                  <TextArea form={p.form} name="measures" label={text.complaint.measures} hint={words.measuresHint} rows={3} optional />
                  <Button icon="send">{words.send}</Button>
                </Form>
              </Box>
            )}
            {!view.mayAnswer && view.complaint.answer === null && <NoticeBox tone="sun">{view.isAbout ? words.ownMatter : words.onlyClerk}</NoticeBox>}
          </div>
          <div class="t-stack"><AnswerDelivery view={view} lang={lang} /><ComplaintAnswer view={view} lang={lang} rating /><History view={view} lang={lang} /></div>
        </div>
      </>
    )
  },
})

/** Whether the answer of somebody without an account has been handed over, and the way to do it. */
function AnswerDelivery({ view, lang }: { view: ComplaintView; lang: Language }) {
  const words = appealsText(lang).answerDelivery
  if (view.deliveredOn) return <NoticeBox tone="green">{fill(words.deliveredAlready, { date: formatDay(view.deliveredOn, lang) })}</NoticeBox>
  if (!view.mayDeliver) return null
  return <NoticeBox tone="sun" title={words.waiting}><p><Button href={`/${lang}/centre/complaints/${view.kase.number}/deliver`} iconAfter="arrow-right">{words.title}</Button></p></NoticeBox>
}
