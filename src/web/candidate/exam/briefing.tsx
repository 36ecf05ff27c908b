import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ACKNOWLEDGEMENT_KINDS, confirmBriefing, readBriefing, type BriefingView } from '#modules/exams/index.ts'
import { Card } from '../../ui/card.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { BriefingTexts } from '../../case/briefing-texts.tsx'
import { candidateExamText } from './exam-text.ts'

/** What the candidate reads and confirms before the exam; the text he saw is the text that is kept. */
export const ownBriefingPage = page<BriefingView>({
  path: '/cases/:number/briefing', action: 'briefing.read', desk: 'candidate', access: 'signed-in',
  async load(ctx, request) {
    const view = await readBriefing(ctx, request.params['number']!)
    if (!view.candidateOf) throw new Denial('not-found')
    return view
  },
  title: (data, lang) => `${candidateExamText(lang).briefing.title} · ${data.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.number}`, text: candidateExamText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const kind = ACKNOWLEDGEMENT_KINDS.find((each) => each === form.text('kind'))
    if (kind && form.text(`agree-${kind}`) === '') return { errors: [{ field: `agree-${kind}`, message: candidateExamText(lang).briefing.tick }] }
    await confirmBriefing(ctx, { number, kinds: kind ? [kind] : [], hashes: kind ? { [kind]: form.text('hash') } : {} })
    return { to: `/${lang}/cases/${number}/briefing`, flash: candidateExamText(lang).briefing.done }
  },
  view: ({ data: view, lang, form, csrf, requestKey }) => {
    const words = candidateExamText(lang).briefing
    const open = view.step === 'notified' || view.step === 'theory-passed'
    return (
      <div class="t-gap">
        <h1>{words.title}</h1>
        <ErrorSummary form={form} />
        {view.kinds.every((kind) => kind.confirmedAt) ? <NoticeBox tone="green">{words.all}</NoticeBox> : <p class="t-lead">{open ? words.lead : words.closed}</p>}
        {view.kinds.map((kind) => (
          <Card key={kind.kind} title={words.kinds[kind.kind]}>
            <BriefingTexts parts={kind.parts} lang={lang} />
            {kind.heldAt && <p class="t-small t-quiet">{fill(words.held, { name: kind.heldByName ?? '', at: formatMoment(kind.heldAt, lang) })}</p>}
            {kind.confirmedAt ? <NoticeBox tone="green">{fill(words.confirmed, { at: formatMoment(kind.confirmedAt, lang) })}</NoticeBox>
              : kind.kind === 'briefing' && !kind.heldAt ? <NoticeBox>{words.waits}</NoticeBox>
                : open && (
                  <Form csrf={csrf} requestKey={`${requestKey}-${kind.kind}`} values={{ kind: kind.kind, hash: kind.hash }}>
                    <CheckboxSingle form={form} name={`agree-${kind.kind}`} label={words.agree[kind.kind]} />
                    <Button icon="check" more={words.kinds[kind.kind]}>{words.confirm}</Button>
                  </Form>
                )}
          </Card>
        ))}
      </div>
    )
  },
})
