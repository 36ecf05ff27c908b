import type { Language } from '#kernel/localized.ts'
import { personName } from '#platform/i18n/format.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormBody, PostResult, ViewProps } from '#platform/http/page.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import type { CaseShown } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, Form, Radios, TextArea, TextField } from '../../ui/form.tsx'
import { casesText } from './cases-text.ts'
import { itemName } from './parts.tsx'
import { ProgrammeLink } from './programmes-box.tsx'

/** Answers the forms of the expert review; undefined when another form was sent. */
export function postExpertise(ctx: Ctx, lang: Language, caseId: string, form: FormBody, to: string): Promise<PostResult> | undefined {
  const words = casesText(lang).review
  const seen = { caseId, version: Number(form.text('version')) }
  const acts: Readonly<Record<string, readonly [() => Promise<void>, string, string?]>> = {
    assign: [() => accreditation.assignExperts(ctx, { ...seen, experts: form.list('experts') }), words.assignedDone],
    checklist: [() => accreditation.fillChecklist(ctx, { caseId, marks: form.list('items').map((item, place) => ({ item, verdict: form.text(`mark-${place}`), note: form.text(`note-${place}`) })) }), words.saved],
    opinion: [() => accreditation.giveOpinion(ctx, { caseId, opinion: form.text('opinion'), grounds: form.text('grounds') }), words.given],
    conflict: [() => accreditation.declareConflict(ctx, { caseId, conflict: form.text('conflict') }), words.declared, `/${lang}/accreditor/cases`],
    finish: [() => accreditation.finishExpertise(ctx, seen), words.finished],
  }
  const act = acts[form.text('do')]
  return act && atFields(lang, async () => {
    await act[0]()
    return { to: act[2] ?? to, flash: act[1] }
  }, { 'accreditation.opinion-missing': 'opinion', 'accreditation.grounds-missing': 'grounds', 'accreditation.expert-missing': 'experts' })
}

type Props = { p: ViewProps<{ view: CaseShown }> }
const hiddenOf = (p: Props['p']) => ({ csrf: p.csrf, requestKey: p.requestKey, version: p.data.view.kase.version })
const sentIn = (p: Props['p'], name: string) => (p.form.values['do'] === name ? p.form : undefined)

/** The accreditor assigns; who may not review is named with the reason. */
export function AssignForm({ p }: Props) {
  const { lang, data: { view } } = p
  const words = casesText(lang).review
  const free = view.candidates.filter((each) => !each.assigned && each.conflicts.length === 0)
  const barred = view.candidates.filter((each) => !each.assigned && each.conflicts.length > 0)
  return (
    <Box title={words.assign}><div class="t-stack">
      {view.candidates.length === 0 && <p class="t-quiet">{words.none}</p>}
      {free.length > 0 && (
        <Form {...hiddenOf(p)} values={{ do: 'assign' }}>
          <Checkboxes form={sentIn(p, 'assign')} name="experts" label={words.experts} options={free.map((each) => ({ value: each.accountId, label: personName(each, lang, 'full') }))} />
          <Button icon="users">{words.assignButton}</Button>
        </Form>
      )}
      {barred.map((each) => <p class="t-quiet" key={each.accountId}>{personName(each, lang, 'full')}: {each.conflicts.map((blocker) => blockerText(lang, blocker)).join(' ')}</p>)}
      {view.may.finish && (
        <Form {...hiddenOf(p)} values={{ do: 'finish' }}>
          {view.may.finish.length > 0 && <p class="t-quiet">{view.may.finish.map((blocker) => blockerText(lang, blocker)).join(' ')}</p>}
          {view.may.finish.length === 0 && <Button icon="check">{words.finish}</Button>}
        </Form>
      )}
    </div></Box>
  )
}

/** An expert's own desk: checklist, opinion, and the way to step back. */
export function ReviewForms({ p }: Props) {
  const { lang, data: { view } } = p
  const text = casesText(lang)
  const words = text.review
  const typed = sentIn(p, 'checklist')
  return (
    <>
      <Box title={words.checklist}>
        <p class="t-quiet">{words.alone}</p>
        <Form {...hiddenOf(p)} values={{ do: 'checklist' }}>
          {view.checklist.map((item, place) => {
            const known = view.own?.marks.find((mark) => mark.item === item)
            return (
              <div key={item}>
                <input type="hidden" name="items" value={item} />
                <ProgrammeLink view={view} item={item} lang={lang} />
                <Radios inline form={typed} name={`mark-${place}`} label={itemName(view, item, lang)} value={known?.verdict} options={accreditation.MARKS.map((mark) => ({ value: mark, label: text.marks[mark] }))} />
                <TextField form={typed} name={`note-${place}`} label={words.note} value={known?.note} />
              </div>
            )
          })}
          <Button kind="secondary">{words.save}</Button>
        </Form>
      </Box>
      <Box title={words.opinionTitle}>
        <Form {...hiddenOf(p)} values={{ do: 'opinion' }}>
          <Radios form={sentIn(p, 'opinion')} name="opinion" label={words.opinion} options={accreditation.OPINIONS.map((each) => ({ value: each, label: text.marks[each] }))} />
          <TextArea form={sentIn(p, 'opinion')} name="grounds" label={words.grounds} rows={5} />
          <Button icon="check">{words.give}</Button>
        </Form>
      </Box>
      <Box title={words.conflict}>
        <Form {...hiddenOf(p)} values={{ do: 'conflict' }}>
          <TextArea form={sentIn(p, 'conflict')} name="conflict" label={words.conflict} hint={words.conflictHint} rows={2} />
          <Button kind="warning">{words.declare}</Button>
        </Form>
      </Box>
    </>
  )
}
