import { page } from '#platform/http/page.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { answerAccommodation, readStanding, type FolderStanding } from '#modules/applications/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, NumberField, Radios, TextArea } from '../../ui/form.tsx'
import { Box } from '../../ui/card.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag } from '../../ui/tag.tsx'
import { freshForm } from '../../ui/form-state.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'

/** The centre answers each condition a person asked for, before the notification goes. */
export const accommodationPage = page<{ standing: FolderStanding; office: OfficeView }>({
  path: '/centre/cases/:number/accommodation', action: 'accommodation.answer', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const standing = await readStanding(ctx, request.params['number']!, 'accommodation.answer')
    return { standing, office: await officeOf(ctx, standing.kase.centreId) }
  },
  title: ({ standing }, lang) => `${stageOneText(lang).accommodation.title} · ${standing.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.standing.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const kind = form.text('kind')
    const percent = form.text(`percent-${kind}`)
    await answerAccommodation(ctx, {
      number, version: Number(form.text('version')), kind, answer: form.text(`answer-${kind}`), note: form.text(`note-${kind}`).slice(0, 1000),
      ...(/^\d{1,3}$/.test(percent) ? { extraPercent: Number(percent) } : {}),
    })
    return { to: `/${lang}/centre/cases/${number}/accommodation`, flash: stageOneText(lang).accommodation.saved }
  },
  view: (p) => {
    const { lang, data: { standing } } = p
    const text = stageOneText(lang).accommodation
    return (
      <>
        <h1>{text.title} <span class="t-num">{standing.kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        <p>{text.lead}</p>
        {standing.accommodations.length === 0 && <NoticeBox>{text.none}</NoticeBox>}
        {standing.accommodations.map((each) => {
          const form = p.form.values['kind'] === each.kind ? p.form : freshForm()
          return (
            <Box key={each.id} title={text.kinds[each.kind]} tag={<Tag tone={each.answer === 'granted' ? 'green' : each.answer === 'refused' ? 'red' : 'sun'}>{each.answer ? text[each.answer] : text.unanswered}</Tag>}>
              {each.asked && <p>{each.asked}</p>}
              {each.kind === 'covered-face' && <p>{text.coveredFace}</p>}
              <Form csrf={p.csrf} requestKey={`${p.requestKey}-${each.kind}`} version={standing.kase.version} values={{ kind: each.kind }}>
                <Radios form={form} name={`answer-${each.kind}`} label={text.answer} value={each.answer ?? undefined} inline options={[{ value: 'granted', label: text.granted }, { value: 'refused', label: text.refused }]} />
                {each.kind === 'extra-time' && <NumberField form={form} name={`percent-${each.kind}`} label={text.percent} value={each.extraPercent?.toString() ?? ''} suffix="%" maxLength={3} />}
                <TextArea form={form} name={`note-${each.kind}`} label={text.note} hint={text.noteHint} value={each.answerNote} rows={2} maxLength={1000} />
                <ButtonRow><Button>{text.save}</Button></ButtonRow>
              </Form>
            </Box>
          )
        })}
      </>
    )
  },
})
