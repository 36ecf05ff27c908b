import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { MarkingView } from '#modules/exams/index.ts'
import { Radios, SelectField } from '../../ui/choice-fields.tsx'
import { Button, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { markingText } from './marking-text.ts'

export interface Props {
  lang: Language
  csrf: string
  requestKey: string
  form: Parameters<typeof TextArea>[0]['form']
}

/** Who has marked how much and who has accepted; the marks themselves open when all have. */
export function SheetList({ view, lang }: { view: MarkingView; lang: Language }) {
  const words = markingText(lang).sheet
  const total = view.steps.length
  const shown = view.sheets.filter((sheet) => sheet.marked > 0 || sheet.own || !view.alone)
  if (shown.length < 2) return null
  const alike = view.steps.filter((step) => step.marks.length > 1 && step.marks.every((mark) => mark.done === step.marks[0]!.done)).length
  return (
    <section class="t-card">
      <h2>{words.sheets}</h2>
      <ul>{shown.map((sheet) => (
        <li key={sheet.assessor}>
          {sheet.assessor}{sheet.own && ` (${words.yours})`}: {fill(words.ofOperations, { n: sheet.marked, total })}{' '}
          {sheet.acceptedAt ? <Tag tone="green" icon="check">{fill(words.acceptedAt, { at: formatTime(sheet.acceptedAt) })}</Tag> : <Tag tone="sun">{words.notAccepted}</Tag>}
        </li>
      ))}</ul>
      <p class="t-quiet">{view.opened ? fill(words.agreement, { n: alike, total }) : words.hidden}</p>
    </section>
  )
}

/** The dispute on the operation in front of the reader, with what he may do about it. */
export function DisputeBox({ p, view, no }: { p: Props; view: MarkingView; no: number }) {
  const words = markingText(p.lang).sheet
  const here = `/${p.lang}/examiner/marking/${view.number}`
  const step = view.steps.find((each) => each.no === no)!
  const mine = view.disputed.includes(no)
  return (
    <>
      <NoticeBox tone="red" title={words.disputeTitle}>
        <p>{view.way === 'joint' ? words.disputeJoint : words.disputeThird} {view.way === 'third' && (view.third ? fill(words.thirdCalled, { name: view.third }) : words.thirdNone)}</p>
        <p>{words.onOperations}: {view.disputed.map((each, place) => <>{place > 0 && ', '}<a href={`${here}?step=${each}`}>{each}</a></>)}</p>
      </NoticeBox>
      {mine && view.mayDecide && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-decide`} values={{ do: 'decide', step: no }}>
          <Radios form={p.form} name="decision" label={`${words.decision}: ${inLanguage(step.operation, p.lang)}`} inline options={[{ value: 'done', label: words.decideDone }, { value: 'not-done', label: words.decideNot }]} />
          <TextArea form={p.form} name="reason" label={words.reason} rows={2} />
          <Button icon="check">{words.decide}</Button>
        </Form>
      )}
      {view.thirds.length > 0 && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-third`} values={{ do: 'third', step: no }}>
          <SelectField form={p.form} name="accountId" label={words.thirdPick} options={view.thirds.map((each) => ({ value: each.accountId, label: each.name }))} />
          <Button>{words.thirdCall}</Button>
        </Form>
      )}
    </>
  )
}

/** The photos and videos of one operation, each with the digest by which it is known in the protocol. */
export function PhotoList({ view, no, lang }: { view: MarkingView; no: number; lang: Language }) {
  const { photos } = view.steps.find((step) => step.no === no)!
  return (
    <ul>{photos.map((photo) => (
      <li key={photo.id}><a href={`/${lang}/examiner/marking/${view.number}/photos/${photo.id}`}>{fill(markingText(lang).tablet[photo.kind === 'video' ? 'videoAt' : 'photoAt'], { at: formatTime(photo.at) })}</a> {photo.assessor}<br />{photo.kind === 'video' && <video class="t-film" controls preload="none" src={`/${lang}/examiner/marking/${view.number}/photos/${photo.id}`} aria-label={fill(markingText(lang).tablet.videoAt, { at: formatTime(photo.at) })} />}<span class="t-micro t-quiet t-hash">SHA-256: {photo.sha256}</span></li>
    ))}</ul>
  )
}

/** How each skill of the card was shown. */
export function SkillTable({ view, lang }: { view: MarkingView; lang: Language }) {
  const words = markingText(lang).skills
  return (
    <section class="t-card">
      <h2>{words.title}</h2>
      <Table caption={words.title} captionHidden columns={[{ title: words.skill }, { title: words.operations }, { title: words.result }]}
        rows={view.skills.map((each) => ({
          key: each.skill.kk,
          cells: [inLanguage(each.skill, lang), `${each.steps.join(', ')} (${fill(words.done, { n: each.done, total: each.steps.length })})`,
            each.held === null ? <Tag>{words.open}</Tag> : each.held ? <Tag tone="green" icon="check">{words.held}</Tag> : <Tag tone="red" icon="x">{words.notHeld}</Tag>],
        }))} />
    </section>
  )
}
