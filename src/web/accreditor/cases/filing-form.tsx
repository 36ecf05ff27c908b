import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormBody, PostResult, ViewProps } from '#platform/http/page.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import type { CaseShown } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Button, FileField, Form, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { casesText } from './cases-text.ts'
import { ProgrammeForms } from './programmes-box.tsx'
import { itemName, lineName, PaperRows, reasonText } from './parts.tsx'

/** A voluntary profession to choose. */
export interface Choice {
  value: string
  label: string
}

/** Answers the forms of the application; undefined when another form was sent. */
export function postFiling(ctx: Ctx, lang: Language, caseId: string, form: FormBody, to: string): Promise<PostResult> | undefined {
  const words = casesText(lang).fill
  const file = form.file('file')
  const version = Number(form.text('version'))
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    'add-line': () => accreditation.nameProfession(ctx, { caseId, professionCode: form.text('code'), level: form.text('level') }),
    'drop-line': () => accreditation.dropProfession(ctx, { caseId, professionCode: form.text('code'), level: form.text('level') }),
    premises: () => accreditation.describePremises(ctx, { caseId, version, premisesTitle: form.text('premisesTitle'), premises: form.text('premises'), equipment: form.text('equipment'), resources: form.text('resources') }),
    'add-staff': () => accreditation.nameStaff(ctx, { caseId, professionCode: form.text('professionCode'), name: form.text('name'), qualification: form.text('qualification') }),
    'drop-staff': () => accreditation.dropStaff(ctx, { caseId, staffId: form.text('staff') }),
    attach: () => accreditation.attachPaper(ctx, { caseId, item: form.text('item'), language: form.text('language'), file: file ? { name: file.name, bytes: file.bytes } : undefined }),
    detach: () => accreditation.detachPaper(ctx, { caseId, paperId: form.text('paper') }),
    'draft-programme': () => accreditation.draftLineProgramme(ctx, { caseId, professionCode: form.text('code'), level: Number(form.text('level')) }),
    submit: () => accreditation.submitApplication(ctx, { caseId, version }),
    withdraw: () => accreditation.withdrawApplication(ctx, { caseId, version }),
  }
  const name = form.text('do')
  const act = acts[name]
  if (!act) return undefined
  return atFields(lang, async () => {
    await act()
    return { to, flash: name === 'submit' ? words.sent : name === 'withdraw' ? words.gone : words.saved }
  }, { 'accreditation.profession-mandatory': 'code', 'accreditation.profession-unknown': 'code', 'accreditation.level-unknown': 'level' })
}

interface Props {
  p: ViewProps<{ view: CaseShown; choices: readonly Choice[] }>
}
/** A form of one act. */
function Act({ p, name, children, values = {}, files }: Props & { name: string; children: preact.ComponentChildren; values?: Record<string, string | number>; files?: boolean }) {
  return <Form csrf={p.csrf} requestKey={p.requestKey} version={p.data.view.kase.version} values={{ do: name, ...values }} files={files}>{children}</Form>
}
/** What was typed is given back to the form that was sent, and to no other. */
const sentIn = (p: Props['p'], name: string) => (p.form.values['do'] === name ? p.form : undefined)

/** The whole application to fill in, part by part, each saved by itself. */
export function FilingForms({ p }: Props) {
  const { lang, data: { view } } = p
  const words = casesText(lang).fill
  return (
    <div class="t-stack">
      <Lines p={p} />
      <Premises p={p} />
      <Staff p={p} />
      <ProgrammeForms p={p} />
      <Box title={words.papers}><div class="t-stack">
        <p class="t-quiet">{words.papersHint}</p>
        <div><PaperRows view={view} lang={lang} remove={(paper) => <Act p={p} name="detach" values={{ paper }}><Button kind="link">{words.remove}</Button></Act>} /></div>
        <Act p={p} name="attach" files>
          <SelectField form={sentIn(p, 'attach')} name="item" label={words.kind} options={view.items.filter((item) => !item.startsWith('programme/')).map((item) => ({ value: item, label: itemName(view, item, lang) }))} />
          <Radios inline form={sentIn(p, 'attach')} name="language" label={words.language} options={accreditation.PAPER_LANGUAGES.map((each) => ({ value: each, label: casesText(lang).languages[each] }))} />
          <FileField form={sentIn(p, 'attach')} name="file" label={words.file} accept="application/pdf,image/jpeg,image/png" />
          <Button kind="secondary" icon="upload">{words.attach}</Button>
        </Act>
      </div></Box>
      {view.missing.length > 0
        ? <NoticeBox tone="sun" title={words.missing}><ul>{view.missing.map((blocker) => <li key={JSON.stringify(blocker)}>{reasonText(view, blocker, lang)}</li>)}</ul></NoticeBox>
        : <><NoticeBox tone="green">{words.whole}</NoticeBox><Act p={p} name="submit"><Button icon="check">{view.kase.channel === 'paper' ? words.submitPaper : words.submit}</Button></Act></>}
    </div>
  )
}

function Lines({ p }: Props) {
  const { lang, data: { view, choices } } = p
  const text = casesText(lang)
  return (
    <Box title={text.fill.lines}><div class="t-stack">
      <p class="t-quiet">{text.fill.linesHint}</p>
      {view.lines.length > 0 && <Table caption={text.fill.lines} captionHidden columns={[{ title: text.columns.profession }, { title: text.columns.level }, { title: '' }]}
        rows={view.lines.map((line) => ({ key: `${line.professionCode}/${line.level}`, cells: [lineName(view, line.professionCode, null, lang), line.level, <Act p={p} name="drop-line" values={{ code: line.professionCode, level: line.level }}><Button kind="link" more={lineName(view, line.professionCode, line.level, lang)}>{text.fill.remove}</Button></Act>] }))} />}
      <Act p={p} name="add-line">
        <SelectField form={sentIn(p, 'add-line')} name="code" label={text.fill.profession} options={choices} />
        <SelectField form={sentIn(p, 'add-line')} name="level" label={text.fill.level} options={['1', '2', '3', '4', '5', '6', '7', '8'].map((level) => ({ value: level, label: level }))} />
        <Button kind="secondary" icon="plus">{text.fill.add}</Button>
      </Act>
    </div></Box>
  )
}

function Premises({ p }: Props) {
  const { lang, data: { view: { filing } } } = p
  const text = casesText(lang)
  const words = text.fill
  const form = sentIn(p, 'premises')
  return (
    <Box title={words.premises}>
      <Act p={p} name="premises">
        <Radios form={form} name="premisesTitle" label={words.title} value={filing.premisesTitle ?? undefined} options={accreditation.LEGAL_TITLES.map((title) => ({ value: title, label: text.titles[title] }))} />
        <TextArea form={form} name="premises" label={words.place} hint={words.placeHint} value={filing.premises} rows={3} />
        <TextArea form={form} name="equipment" label={words.equipment} value={filing.equipment} rows={4} />
        <TextArea form={form} name="resources" label={words.resources} value={filing.resources} rows={3} />
        <Button kind="secondary">{words.save}</Button>
      </Act>
    </Box>
  )
}

function Staff({ p }: Props) {
  const { lang, data: { view } } = p
  const text = casesText(lang)
  const codes = [...new Set(view.lines.map((line) => line.professionCode))]
  const form = sentIn(p, 'add-staff')
  return (
    <Box title={text.fill.staff}><div class="t-stack">
      <p class="t-quiet">{text.fill.staffHint}</p>
      {view.staff.length > 0 && <Table caption={text.fill.staff} captionHidden columns={[{ title: text.columns.person }, { title: text.columns.profession }, { title: text.columns.qualification }, { title: '' }]}
        rows={view.staff.map((person) => ({ key: person.id, cells: [person.name, lineName(view, person.professionCode, null, lang), person.qualification, <Act p={p} name="drop-staff" values={{ staff: person.id }}><Button kind="link" more={person.name}>{text.fill.remove}</Button></Act>] }))} />}
      {codes.length > 0 && (
        <Act p={p} name="add-staff">
          <SelectField form={form} name="professionCode" label={text.fill.profession} options={codes.map((code) => ({ value: code, label: lineName(view, code, null, lang) }))} />
          <TextField form={form} name="name" label={text.fill.name} />
          <TextArea form={form} name="qualification" label={text.fill.qualification} rows={2} />
          <Button kind="secondary" icon="plus">{text.fill.add}</Button>
        </Act>
      )}
    </div></Box>
  )
}

/** The way out before the decision. */
export function Withdrawal({ p }: Props) {
  const words = casesText(p.lang).fill
  if (!p.data.view.may.withdraw) return null
  return <Box title={words.withdraw}><p class="t-quiet">{words.withdrawHint}</p><Act p={p} name="withdraw"><Button kind="warning">{words.withdraw}</Button></Act></Box>
}

/** Professions that may be applied for, by name. */
export function choicesOf(entries: readonly { code: string; name: Parameters<typeof inLanguage>[0]; track: string; levels: readonly number[] }[], lang: Language): Choice[] {
  return entries.filter((each) => each.track === 'voluntary').map((each) => ({ value: each.code, label: `${inLanguage(each.name, lang)} (${each.levels.join(', ')})` })).sort((a, b) => a.label.localeCompare(b.label, lang))
}
