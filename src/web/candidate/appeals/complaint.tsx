import { parseCaseNumber } from '#kernel/case-number.ts'
import { inLanguage } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { lodgeComplaint, rateAnswer, readComplaint, readComplaintForm, type ComplaintView } from '#modules/appeals/index.ts'
import { HandInHour } from '../../public/hand-in-hour.tsx'
import { appealsText } from '../../appeals/appeals-text.ts'
import { ComplaintFields } from '../../appeals/complaint-form.tsx'
import { ComplaintAnswer, ComplaintMatter } from '../../appeals/complaint-parts.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { DueLine } from '../../appeals/parts.tsx'
import { Box } from '../../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, Form } from '../../ui/form.tsx'
import { NextMove } from '../../ui/next-move.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'

type ComplaintForm = Awaited<ReturnType<typeof readComplaintForm>>
type OwnComplaint = { view: ComplaintView; form?: undefined } | { form: ComplaintForm; view?: undefined }
type Props = ViewProps<OwnComplaint>

const RESULT_STEPS = ['document-issued', 'fail-notice-sent']

function isComplaintNumber(number: string): boolean {
  const parsed = parseCaseNumber(number)
  return parsed.ok && parsed.parts.kind === 'complaint'
}

/** A complaint about one's case: lodging it, reading the answer, saying whether it satisfies. */
export const ownComplaintPage = page<OwnComplaint>({
  path: '/cases/:number/complaint', action: 'complaint.lodge', desk: 'candidate', access: 'signed-in',
  load: async (ctx, { params }) => (isComplaintNumber(params['number']!) ? { view: await readComplaint(ctx, params['number']!) } : { form: await readComplaintForm(ctx, params['number']!) }),
  title: ({ view, form }, lang) => (view ? fill(appealsText(lang).complaint.titleOf, { number: view.kase.number }) : `${appealsText(lang).complaint.title} · ${form.parent.number}`),
  layout: ({ data, lang }) => ({ back: data.view ? { href: `/${lang}/account`, text: appealsText(lang).complaint.back } : { href: `/${lang}/cases/${data.form.parent.number}`, text: appealsText(lang).appeal.back } }),
  async post(ctx, { lang, params, form }) {
    const words = appealsText(lang).complaint
    const number = params['number']!
    if (isComplaintNumber(number)) {
      await rateAnswer(ctx, { number, satisfied: form.text('satisfied') === 'yes' })
      return { to: `/${lang}/cases/${number}/complaint`, flash: words.rated }
    }
    return atFields(lang, async () => {
      const lodged = await lodgeComplaint(ctx, { about: { caseNumber: number, person: form.text('person') || null }, subject: form.text('subject'), body: form.text('body') })
      return { to: `/${lang}/cases/${lodged}/complaint`, flash: fill(words.sent, { number: lodged }) }
    })
  },
  view: (p) => (p.data.view ? <Lodged view={p.data.view} p={p} /> : <Lodging form={p.data.form} p={p} />),
})

function Lodging({ form, p }: { form: ComplaintForm; p: Props }) {
  const { lang } = p
  const words = appealsText(lang).complaint
  return (
    <div class="t-gap">
      <div class="t-stack"><h1>{words.title}</h1><p>{words.lead}</p></div>
      <ErrorSummary form={p.form} />
      {RESULT_STEPS.includes(form.parent.step) && <NoticeBox><p>{words.notAppeal} <a href={`/${lang}/cases/${form.parent.number}/appeal`}>{words.toAppeal}</a></p></NoticeBox>}
      <Form csrf={p.csrf} requestKey={p.requestKey}>
        <ComplaintFields form={p.form} lang={lang} people={form.people} />
        <HandInHour until={form.until} lang={lang} />
        <ButtonRow stacked><Button icon="send">{words.send}</Button></ButtonRow>
      </Form>
    </div>
  )
}

function Lodged({ view, p }: { view: ComplaintView; p: Props }) {
  const { lang } = p
  const words = appealsText(lang).complaint
  const { answer, satisfied } = view.complaint
  return (
    <div class="t-gap">
      <div><p class="t-case__no t-num">{fill(words.titleOf, { number: view.kase.number })}</p><h1>{inLanguage(view.centre, lang)}</h1></div>
      <ErrorSummary form={p.form} />
      {answer === null && <NextMove whose="centre" title={words.next.lodged.title} due={<DueLine due={view.kase.nextDueOn} lateness={view.lateness} closed={false} lang={lang} />}>{words.next.lodged.text}</NextMove>}
      <ComplaintAnswer view={view} lang={lang} />
      {answer !== null && satisfied === null && view.isCandidate && (
        <Box title={words.rateTitle}>
          <p>{words.rateText}</p>
          <Form csrf={p.csrf} requestKey={p.requestKey}>
            <ButtonRow><Button name="satisfied" value="yes" icon="check">{words.yes}</Button><Button kind="secondary" name="satisfied" value="no">{words.no}</Button></ButtonRow>
          </Form>
        </Box>
      )}
      {satisfied !== null && <NoticeBox tone={satisfied ? 'green' : 'sun'}>{satisfied ? words.satisfied : words.notSatisfied}</NoticeBox>}
      <ComplaintMatter view={view} lang={lang} caseHref={(number) => `/${lang}/cases/${number}`} />
    </div>
  )
}
