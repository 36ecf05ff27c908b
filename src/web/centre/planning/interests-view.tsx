import type { Language } from '#kernel/localized.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { INTEREST_KINDS, type InterestsView } from '#modules/exams/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ErrorSummary, Form, Radios, SelectField, TextField, type FormState } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { planningText } from './planning-text.ts'

/** Ties of people of the centre to a candidate: what is found and declared, and the form by which one declares. The same for the centre and for the candidate. */
export function Interests({ view, lang, form, csrf, requestKey }: { view: InterestsView; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = planningText(lang).interests
  const choices = view.staff.filter((each) => view.mayDeclare.includes(each.accountId))
  return (
    <>
      <h1>{words.title}</h1>
      <p class="t-lead">{words.lead}</p>
      <ErrorSummary form={form} />
      <div class="t-stack">
        {view.seesConflicts && (
          <Box title={words.staffTitle} flush>
            <Table caption={words.staffTitle} captionHidden columns={[{ title: words.person }, { title: words.tie }]}
              rows={view.staff.map((each) => ({ key: each.accountId, cells: [each.name, each.kinds.length === 0 ? <span class="t-quiet">{words.none}</span> : each.kinds.map((kind) => <Tag key={kind} tone="red">{words.kinds[kind]}</Tag>)] }))} />
          </Box>
        )}
        <Box title={words.declared} flush>
          <Table caption={words.declared} captionHidden empty={<p class="t-quiet">{words.declaredNone}</p>} columns={[{ title: words.person }, { title: words.tie }, { title: words.by }, { title: words.at }, { title: '' }]}
            rows={view.declared.map((row) => ({
              key: row.id,
              cells: [row.name, words.options[row.kind], words.sides[row.side], formatMoment(row.declaredAt, lang), row.mayWithdraw && (
                <Details summary={words.withdraw}>
                  <Form csrf={csrf} requestKey={`${requestKey}-${row.id}`} values={{ interest: row.id }}>
                    <TextField form={form} name="ground" label={words.ground} maxLength={500} />
                    <Button kind="secondary" name="do" value="withdraw" more={row.name}>{words.withdraw}</Button>
                  </Form>
                </Details>
              )],
            }))} />
        </Box>
        {choices.length > 0 && (
          <Box title={words.declareTitle}>
            <p>{words.declareLead}</p>
            <Form csrf={csrf} requestKey={requestKey}>
              <SelectField form={form} name="person" label={words.person} options={choices.map((each) => ({ value: each.accountId, label: each.name }))} />
              <Radios form={form} name="kind" label={words.kind} options={INTEREST_KINDS.map((kind) => ({ value: kind, label: words.options[kind] }))} />
              <Button name="do" value="declare">{words.declare}</Button>
            </Form>
          </Box>
        )}
      </div>
    </>
  )
}
