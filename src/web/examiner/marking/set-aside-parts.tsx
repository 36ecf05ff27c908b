import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { SET_ASIDE_GROUNDS, type MarkingView } from '#modules/exams/index.ts'
import { Radios, SelectField } from '../../ui/choice-fields.tsx'
import { Button, Form, TextArea } from '../../ui/form.tsx'
import { uiText } from '../../ui/ui-text.ts'
import { Details } from '../../ui/why.tsx'
import { markingText } from './marking-text.ts'
import type { Props } from './sheet-parts.tsx'

/** Sheets that do not count any more: whose, why, by whom, who took over, and what had been marked. */
export function SetAsideList({ view, lang }: { view: MarkingView; lang: Language }) {
  const words = markingText(lang).setAside
  const ui = uiText(lang)
  return (
    <section class="t-card">
      <h2>{words.title}</h2>
      {view.setAside.map((each) => (
        <div key={each.assessor}>
          <p><b>{each.assessor}</b>: {words.grounds[each.ground]} – {each.note} {fill(words.byAt, { name: each.by, at: formatTime(each.at) })} {each.successor ? fill(words.tookOver, { name: each.successor }) : words.nobodyTookOver}</p>
          {each.marks.length > 0 && (
            <Details summary={fill(words.marksKept, { n: each.marks.length })}>
              <ul>{each.marks.map((mark) => <li key={mark.stepNo}>{mark.stepNo}: {mark.done ? ui.markDone : ui.markNotDone}{mark.note && ` – ${mark.note}`}</li>)}</ul>
            </Details>
          )}
        </div>
      ))}
    </section>
  )
}

/** What the head may do when an assessor cannot go on. */
export function SetAsideForm({ p, view }: { p: Props; view: MarkingView }) {
  const words = markingText(p.lang).setAside
  const people = (list: readonly { accountId: string; name: string }[]) => list.map((each) => ({ value: each.accountId, label: each.name }))
  return (
    <Details summary={words.open} open={['assessor', 'ground', 'set-aside-note', 'successor'].some((field) => p.form !== undefined && field in p.form.values)}>
      <Form csrf={p.csrf} requestKey={`${p.requestKey}-set-aside`} values={{ do: 'set-aside' }}>
        <p>{words.lead}</p>
        <Radios form={p.form} name="assessor" label={words.who} options={people(view.maySetAside.assessors)} />
        <Radios form={p.form} name="ground" label={words.ground} options={SET_ASIDE_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))} />
        <TextArea form={p.form} name="set-aside-note" label={words.note} hint={words.noteHint} rows={2} />
        <SelectField form={p.form} name="successor" label={words.successor} empty={words.nobody} options={people(view.maySetAside.successors)} optional />
        <Button kind="warning" icon="alert">{words.button}</Button>
      </Form>
    </Details>
  )
}
