import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type FormBody, type PostResult, type ViewProps } from '#platform/http/page.ts'
import { GRAVITIES, readSurvey, receivePhoto, SECTIONS, SURVEY_MARKS, UNITS, writeEntries, type EntryWord, type SurveyMark, type SurveyView } from '#modules/accreditation/index.ts'
import { blockerText, denialText } from '../../denials.ts'
import { Button, ErrorSummary, FileField, Form, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { SaveStateNote } from '../../ui/question.tsx'
import { isDevice } from '../../kept/sent-words.ts'
import { itemWords } from './parts.tsx'
import { surveyText, surveyWords } from './survey-text.ts'

/** Refusals that have nothing to do with what was written: it stays on the device. */
const STOPPING = ['survey.closed', 'survey.answered-already', 'survey.not-yet', 'survey.not-assigned', 'accreditation.not-at-this-step']

/** The survey on a tablet: a long form without a script; with it every word is kept on the device and delivered when the line is there. */
export const tabletPage = page<SurveyView>({
  path: '/accreditor/surveys/:id/tablet', action: 'survey.write', desk: 'accreditor', access: ['surveyor'], files: true, islands: ['survey-tablet'],
  async load(ctx, { params }) {
    const view = await readSurvey(ctx, params['id']!)
    if (!view.may.write) throw new Denial('not-found')
    return view
  },
  title: (view, lang) => `${surveyText(lang).tablet.title} · ${view.kase.number}`,
  layout: ({ data, lang }) => ({ folder: true, back: { href: `/${lang}/accreditor/surveys/${data.kase.id}`, text: surveyText(lang).title } }),
  async post(ctx, { lang, params, form }) {
    const caseId = params['id']!
    if (form.text('do') === 'photo') return keepPhoto(ctx, lang, caseId, form)
    const view = await readSurvey(ctx, caseId)
    const words = wordsOf(view, form)
    const device = `form${view.self ?? ''}`
    const first = lastSeq(view, device) + 1
    const written = await writeEntries(ctx, { caseId, device, entries: words.map((word, place) => ({ ...word, seq: first + place, writtenAt: '' })) })
    const refused = written.outcomes.filter((each) => each.code)
    if (refused.length > 0) return { errors: refused.map((each) => ({ message: blockerText(lang, { code: each.code! }) })) }
    return { to: `/${lang}/accreditor/surveys/${caseId}/tablet`, flash: form.text('do') === 'strike' ? surveyText(lang).tablet.struck : surveyText(lang).tablet.saved }
  },
  view: (p) => <Tablet {...p} />,
})

/** What others marked, in words, by item; the page and the island show it beside the own mark. */
export function otherMarks(view: SurveyView, lang: Language): Record<string, { text: string; conflict: boolean }> {
  const terms = surveyWords(lang)
  return Object.fromEntries(view.items.map((item) => {
    const others = (view.stand.marks.get(item.key) ?? []).filter((mark) => mark.accountId !== view.self)
    const text = others.map((mark) => fill(surveyText(lang).tablet.other, { name: view.names.get(mark.accountId) ?? '–', mark: terms.marks[mark.mark] })).join('; ')
    return [item.key, { text, conflict: view.conflicts.includes(item.key) }]
  }))
}

function lastSeq(view: SurveyView, device: string): number {
  return Math.max(0, ...view.log.filter((entry) => entry.device === device).map((entry) => entry.seq))
}

/** What a posted form says that was not said before. */
function wordsOf(view: SurveyView, form: FormBody): EntryWord[] {
  switch (form.text('do')) {
    case 'measurement': return [{ kind: 'measurement', body: { item: form.text('measurement-item'), what: form.text('what'), value: form.text('value').replace(',', '.'), unit: form.text('unit') as 'm2' } }]
    case 'finding': return [{ kind: 'finding', body: { item: form.text('finding-item'), text: form.text('text'), gravity: form.text('gravity') as 'minor', remedy: form.text('remedy') } }]
    case 'strike': return [{ kind: 'strike', body: { target: form.text('target') } }]
    default: return view.items.flatMap((item): EntryWord[] => {
      const before = ownMark(view, item.key)
      const [mark, note] = [form.text(`m:${item.key}`) as SurveyMark, form.text(`n:${item.key}`)]
      return (mark as string) === '' || (mark === before?.mark && note === before.note) ? [] : [{ kind: 'mark', body: { item: item.key, mark, note } }]
    })
  }
}
function ownMark(view: SurveyView, item: string) {
  return view.stand.marks.get(item)?.find((mark) => mark.accountId === view.self)
}

async function keepPhoto(ctx: Ctx, lang: Language, caseId: string, form: FormBody): Promise<PostResult> {
  const file = form.file('photo')
  if (!file) return { errors: [{ field: 'photo', message: blockerText(lang, { code: 'survey.photo-missing' }) }] }
  const fromIsland = isDevice(form.text('device'))
  const view = await readSurvey(ctx, caseId)
  const device = fromIsland ? form.text('device') : `form${view.self ?? ''}`
  const seq = fromIsland ? Number(form.text('seq')) : lastSeq(view, device) + 1
  const original = Number(form.text('originalSize'))
  try {
    const { outcomes } = await receivePhoto(ctx, {
      caseId, device, seq: Number.isSafeInteger(seq) && seq > 0 ? seq : 1, writtenAt: form.text('writtenAt'), item: form.text('photo-item'), note: form.text('note'), name: form.text('name') || file.name, bytes: file.bytes,
      originalSize: Number.isSafeInteger(original) && original > file.bytes.length ? original : file.bytes.length,
    })
    const { outcome, code } = outcomes[0]!
    if (outcome === 'taken' || outcome === 'gap') return { errors: [{ message: blockerText(lang, { code: 'input.wrong' }) }], status: 412 }
    if (code) return { errors: [{ field: 'photo', message: blockerText(lang, { code }) }] }
    return { to: `/${lang}/accreditor/surveys/${caseId}/tablet`, flash: surveyText(lang).tablet.saved }
  } catch (error) {
    if (error instanceof Denial && STOPPING.includes(error.code)) return { errors: [{ message: denialText(lang, error) }], status: 409 }
    throw error
  }
}

type Props = ViewProps<SurveyView>

function Tablet(p: Props) {
  const { data: view, lang, form, csrf, requestKey } = p
  const words = surveyText(lang).tablet
  const terms = surveyWords(lang)
  const others = otherMarks(view, lang)
  const here = `/${lang}/accreditor/surveys/${view.kase.id}`
  const day = view.survey ? formatDay(view.survey.heldOn, lang) : ''
  const { savedTitle, savedWords, savingTitle, savingWords, offlineTitle, offlineWords, stoppedTitle, stoppedWords, signIn, noStore, keptHere, sent, notTaken, tooLarge, shrunk, fillIn } = words
  const texts = {
    savedTitle, savedWords, savingTitle, savingWords, offlineTitle, offlineWords, stoppedTitle, stoppedWords, signIn, noStore, keptHere, sent, notTaken, tooLarge, shrunk, fillIn,
    codes: Object.fromEntries(STOPPING.map((code) => [code, blockerText(lang, { code, data: { day } })])),
  }
  const items = view.items.map((item) => ({ value: item.key, label: itemWords({ view, lang }, item.key) }))
  return (
    <div class="t-stack" data-survey data-store={`tanu-survey-${view.kase.id}-${view.self ?? ''}`} data-entries={`${here}/entries`} data-page={`${here}/tablet`} data-csrf={csrf} data-words={JSON.stringify(texts)}>
      <h1>{words.title} <span class="t-num">{view.kase.number}</span></h1>
      <SaveStateNote state="saved" title={words.savedTitle}>{words.savedWords}</SaveStateNote>
      <ErrorSummary form={form} />
      {!view.begun && <NoticeBox tone="sun">{fill(words.notYet, { day })}</NoticeBox>}
      <p>{words.lead}</p>
      <noscript><NoticeBox>{words.noScript}</NoticeBox></noscript>
      <Form csrf={csrf} requestKey={requestKey} values={{ do: 'marks' }} id="survey-marks" class="t-stack">
        {SECTIONS.map((section) => (
          <section key={section} class="t-stack" aria-labelledby={`part-${section}`}>
            <h2 id={`part-${section}`}>{terms.sections[section]}</h2>
            {view.items.filter((item) => item.section === section).map((item) => {
              const own = ownMark(view, item.key)
              const other = others[item.key]!
              return (
                <div key={item.key} class="t-card" data-item={item.key}>
                  <Radios inline name={`m:${item.key}`} label={itemWords({ view, lang }, item.key)} value={own?.mark} options={SURVEY_MARKS.map((mark) => ({ value: mark, label: terms.marks[mark] }))} />
                  <TextField name={`n:${item.key}`} label={words.note} value={own?.note ?? ''} optional />
                  <p class="t-small" data-other hidden={other.text === ''}><b data-conflict hidden={!other.conflict}>{words.conflict}. </b><span>{other.text}</span></p>
                </div>
              )
            })}
          </section>
        ))}
        <p data-no-script><Button icon="check">{words.save}</Button></p>
      </Form>
      <section class="t-card"><h2>{words.measure.title}</h2>
        <Form csrf={csrf} requestKey={`${requestKey}m`} values={{ do: 'measurement' }}>
          <SelectField name="measurement-item" label={words.item} empty={words.anyItem} options={items} optional />
          <TextField name="what" label={words.measure.what} />
          <TextField name="value" label={words.measure.value} width="8" figures inputMode="decimal" />
          <SelectField name="unit" label={words.measure.unit} options={UNITS.map((unit) => ({ value: unit, label: terms.units[unit] }))} />
          <Button kind="secondary" icon="plus">{words.measure.button}</Button>
        </Form>
        <Written view={view} lang={lang} csrf={csrf} requestKey={requestKey} kind="measurement" />
      </section>
      <section class="t-card"><h2>{words.finding.title}</h2>
        <Form csrf={csrf} requestKey={`${requestKey}f`} values={{ do: 'finding' }}>
          <SelectField name="finding-item" label={words.item} empty={words.anyItem} options={items} optional />
          <TextArea name="text" label={words.finding.text} rows={3} />
          <SelectField name="gravity" label={words.finding.gravity} options={GRAVITIES.map((gravity) => ({ value: gravity, label: terms.gravities[gravity] }))} />
          <TextArea name="remedy" label={words.finding.remedy} rows={2} />
          <Button kind="secondary" icon="plus">{words.finding.button}</Button>
        </Form>
        <Written view={view} lang={lang} csrf={csrf} requestKey={requestKey} kind="finding" />
      </section>
      <section class="t-card"><h2>{words.photo.title}</h2>
        <Form csrf={csrf} requestKey={`${requestKey}p`} values={{ do: 'photo' }} files>
          <SelectField name="photo-item" label={words.item} empty={words.anyItem} options={items} optional />
          <FileField form={form} name="photo" label={words.photo.file} hint={words.photo.limit} accept="image/jpeg,image/png,image/*" capture="environment" />
          <TextField name="note" label={words.photo.note} optional />
          <Button kind="secondary" icon="camera">{words.photo.button}</Button>
        </Form>
        <Written view={view} lang={lang} csrf={csrf} requestKey={requestKey} kind="photo" />
      </section>
      <section class="t-card" data-here hidden><h2>{words.here}</h2><ul data-list /></section>
      <p><Button href={here} kind="secondary" icon="arrow-left">{words.done}</Button></p>
    </div>
  )
}

interface WrittenProps {
  view: SurveyView
  lang: Language
  csrf: string
  requestKey: string
  kind: 'measurement' | 'finding' | 'photo'
}

/** What was written of one kind by everybody; one's own can be taken back. */
function Written({ view, lang, csrf, requestKey, kind }: WrittenProps) {
  const terms = surveyWords(lang)
  const words = surveyText(lang)
  const rows = kind === 'measurement' ? view.stand.measurements.map((each) => ({ ...each, text: `${each.what}: ${each.value.replace('.', ',')} ${terms.units[each.unit]}` }))
    : kind === 'finding' ? view.stand.findings.map((each) => ({ ...each, text: `${terms.gravities[each.gravity]}: ${each.text}` }))
      : view.stand.photos.map((each) => ({ ...each, text: each.note === '' ? each.file : `${each.file}: ${each.note}` }))
  if (rows.length === 0) return null
  return (
    <ul>{rows.map((row) => (
      <li key={row.name}>
        {row.text} <span class="t-quiet">({fill(words.by, { name: view.names.get(row.accountId) ?? '–' })})</span>
        {row.accountId === view.self && <Form csrf={csrf} requestKey={`${requestKey}${row.name}`.slice(0, 100)} values={{ do: 'strike', target: row.name }}><Button kind="secondary" icon="x">{words.tablet.strike}<span class="t-vh">: {row.text}</span></Button></Form>}
      </li>
    ))}</ul>
  )
}
