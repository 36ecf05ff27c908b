import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormBody, PostResult, ViewProps } from '#platform/http/page.ts'
import { BASES, FORMS, type Field } from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { PROFESSIONS } from '../../public/professions-texts.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, CheckboxSingle, DateFields, FieldsetGroup, FileField, Form, NumberField, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { proposalText } from './proposal-text.ts'

export interface ProposalProps {
  readonly p: ViewProps<register.ProposalShown>
}

const FILES = 'application/pdf,image/jpeg,image/png'
/** What was typed is given back to the form that was sent, and to no other. */
export const sentIn = (p: ProposalProps['p'], name: string) => (p.form.values['do'] === name ? p.form : undefined)

/** A form of one act of a proposal. */
export function Act({ p, name, children, values = {}, files }: ProposalProps & { readonly name: string; readonly children: preact.ComponentChildren; readonly values?: Record<string, string | number>; readonly files?: boolean }) {
  return <Form csrf={p.csrf} requestKey={p.requestKey} version={p.data.proposal.version} values={{ do: name, ...values }} files={files}>{children}</Form>
}

/** The answer of a council as the form has it. */
export function councilAnswer(id: string, form: FormBody): register.CouncilAnswer {
  const paper = form.file('paper')
  return { id, version: Number(form.text('version')), agrees: form.text('answer') === 'yes', number: form.text('number'), on: dayField(form, 'on'), grounds: form.text('grounds'), paper: paper ? { name: paper.name, bytes: paper.bytes } : undefined }
}
/** A council that neither agreed nor refused has not answered. */
export function answerMissing(form: FormBody, lang: Language): PostResult | undefined {
  return ['yes', 'no'].includes(form.text('answer')) ? undefined : { errors: [{ field: 'answer', message: proposalText(lang).council.answerMissing }] }
}

function typedEntry(form: FormBody): register.TypedEntry {
  const text = (name: string) => form.text(name)
  return {
    nameKk: text('nameKk'), nameRu: text('nameRu'), nameEn: text('nameEn'), track: text('track'), basis: text('basis'), basisTitleKk: text('basisTitleKk'), basisTitleRu: text('basisTitleRu'), fieldCode: text('fieldCode'),
    levels: form.list('levels'), educationRequired: text('educationRequired') === 'yes', educationTextKk: text('educationTextKk'), educationTextRu: text('educationTextRu'),
    experienceRequired: text('experienceRequired') === 'yes', experienceTextKk: text('experienceTextKk'), experienceTextRu: text('experienceTextRu'),
    validityMonths: text('validityMonths'), ageMin: text('ageMin'), actKk: text('actKk'), actRu: text('actRu'), form: text('form'),
  }
}

/** Answers the forms of the sector body. */
export async function postProposal(ctx: Ctx, lang: Language, id: string, form: FormBody, to: string): Promise<PostResult> {
  const { fill: words, council, withdraw } = proposalText(lang)
  const version = Number(form.text('version'))
  const file = form.file('file')
  switch (form.text('do')) {
    case 'fill': {
      const entry = form.text('hasEntry') === 'yes' ? typedEntry(form) : undefined
      await register.fillProposal(ctx, { id, version, association: form.text('association'), grounds: form.text('draftGrounds'), entry })
      return { to, flash: words.saved }
    }
    case 'attach':
      await register.attachProposalPaper(ctx, { id, file: file ? { name: file.name, bytes: file.bytes } : undefined })
      return { to, flash: words.attached }
    case 'detach':
      await register.detachProposalPaper(ctx, { id, paperId: form.text('paper') })
      return { to, flash: words.removed }
    case 'file':
      return { to, flash: fill(words.filed, { number: await register.fileProposal(ctx, { id, version }) }) }
    case 'council': {
      const missing = answerMissing(form, lang)
      if (missing) return missing
      await register.recordSectoralCouncil(ctx, councilAnswer(id, form))
      return { to, flash: council.recorded }
    }
    case 'withdraw':
      await register.withdrawProposal(ctx, { id, version, grounds: form.text('withdrawGrounds') })
      return form.text('draft') === 'yes' ? { to: `/${lang}/sector/proposals`, flash: withdraw.discarded } : { to, flash: withdraw.done }
    default:
      return { to }
  }
}

/** The draft: what the association proposes, how the entry shall read, its papers, and the filing. */
export function DraftForms({ p }: ProposalProps) {
  const { lang, data: { proposal, fields, round, otherOpen } } = p
  const text = proposalText(lang).fill
  const form = sentIn(p, 'fill')
  return (
    <>
      <Box title={text.title}>
        <Act p={p} name="fill" values={{ hasEntry: proposal.entry ? 'yes' : 'no' }}>
          <TextField form={form} name="association" label={text.association} value={proposal.association} />
          <TextArea form={form} name="draftGrounds" label={text.grounds} hint={text.groundsHint} value={proposal.grounds} rows={4} />
          {proposal.entry && <EntryFields form={form} entry={proposal.entry} mayChooseTrack={proposal.kind === 'add'} fields={fields} lang={lang} />}
          <Button kind="secondary">{text.save}</Button>
        </Act>
      </Box>
      <Box title={text.attach}>
        <Act p={p} name="attach" files>
          <FileField form={sentIn(p, 'attach')} name="file" label={text.file} accept={FILES} />
          <Button kind="secondary" icon="upload">{text.attachButton}</Button>
        </Act>
      </Box>
      <Box title={text.file1}><div class="t-stack">
        {otherOpen ? <NoticeBox tone="sun">{proposalText(lang).page.otherOpen}</NoticeBox> : round && <p>{fill(text.fileText, { on: formatDay(round.closesOn, lang) })}</p>}
        {!otherOpen && <Act p={p} name="file"><Button icon="send">{text.fileButton}</Button></Act>}
      </div></Box>
    </>
  )
}

type Entry = NonNullable<register.ProposalListed['entry']>

function EntryFields({ form, entry, mayChooseTrack, fields, lang }: { readonly form: ReturnType<typeof sentIn>; readonly entry: Entry; readonly mayChooseTrack: boolean; readonly fields: readonly Field[]; readonly lang: Language }) {
  const text = proposalText(lang).fill
  const shows = (track: Entry['track']) => mayChooseTrack || entry.track === track
  return (
    <>
      <h3>{text.entry}</h3>
      {mayChooseTrack && <Radios form={form} name="track" label={text.track} inline value={entry.track} options={[{ value: 'voluntary', label: text.voluntary }, { value: 'mandatory', label: text.mandatory }]} />}
      <TextField form={form} name="nameKk" label={text.nameKk} value={entry.name.kk} />
      <TextField form={form} name="nameRu" label={text.nameRu} value={entry.name.ru} />
      <TextField form={form} name="nameEn" label={text.nameEn} value={entry.name.en} optional />
      <SelectField form={form} name="fieldCode" label={text.fieldCode} value={entry.fieldCode ?? ''} optional options={fields.map((each) => ({ value: each.code, label: { kk: each.nameKk, ru: each.nameRu, en: each.nameEn }[lang] }))} />
      <Checkboxes form={form} name="levels" label={text.levels} inline chosen={entry.levels.map(String)} options={['1', '2', '3', '4', '5', '6', '7', '8'].map((level) => ({ value: level, label: level }))} />
      {shows('mandatory') && (
        <>
          {mayChooseTrack && <FieldsetGroup form={form} name="mandatoryPart" label={text.mandatoryPart} hint={text.mandatoryHint}><span /></FieldsetGroup>}
          <SelectField form={form} name="form" label={text.form} value={entry.form ?? ''} optional={mayChooseTrack} options={FORMS.map((each) => ({ value: each, label: PROFESSIONS[lang].forms[each] }))} />
          <TextField form={form} name="actKk" label={text.actKk} value={entry.act.kk} optional={mayChooseTrack} />
          <TextField form={form} name="actRu" label={text.actRu} value={entry.act.ru} optional={mayChooseTrack} />
        </>
      )}
      {shows('voluntary') && (
        <>
          {mayChooseTrack && <FieldsetGroup form={form} name="voluntaryPart" label={text.voluntaryPart} hint={text.voluntaryHint}><span /></FieldsetGroup>}
          <Radios form={form} name="basis" label={text.basis} inline value={entry.basis ?? undefined} options={BASES.map((each) => ({ value: each, label: text[each] }))} />
          <TextField form={form} name="basisTitleKk" label={text.basisTitleKk} value={entry.basisTitle.kk} optional />
          <TextField form={form} name="basisTitleRu" label={text.basisTitleRu} value={entry.basisTitle.ru} optional />
        </>
      )}
      <CheckboxSingle form={form} name="educationRequired" label={text.educationRequired} checked={entry.educationRequired} />
      <TextField form={form} name="educationTextKk" label={text.educationTextKk} value={entry.educationText.kk} optional />
      <TextField form={form} name="educationTextRu" label={text.educationTextRu} value={entry.educationText.ru} optional />
      <CheckboxSingle form={form} name="experienceRequired" label={text.experienceRequired} checked={entry.experienceRequired} />
      <TextField form={form} name="experienceTextKk" label={text.experienceTextKk} value={entry.experienceText.kk} optional />
      <TextField form={form} name="experienceTextRu" label={text.experienceTextRu} value={entry.experienceText.ru} optional />
      <NumberField form={form} name="validityMonths" label={text.validityMonths} hint={text.validityHint} value={entry.validityMonths === null ? '' : String(entry.validityMonths)} width="5" optional />
      <NumberField form={form} name="ageMin" label={text.ageMin} hint={text.ageHint} value={entry.ageMin === null ? '' : String(entry.ageMin)} width="5" optional />
    </>
  )
}

/** The protocol of a council: of the sectoral one at the body's desk, of the National one at the ministry's. */
export function CouncilForm({ p, name }: ProposalProps & { readonly name: 'council' | 'national' }) {
  const { lang } = p
  const text = proposalText(lang).council
  const form = sentIn(p, name)
  const [yes, no] = name === 'council' ? [text.agrees, text.refuses] : [text.recommends, text.notRecommends]
  return (
    <Box title={name === 'council' ? text.title : text.nationalTitle}>
      <Act p={p} name={name} files>
        <Radios form={form} name="answer" label={text.answer} inline options={[{ value: 'yes', label: yes }, { value: 'no', label: no }]} />
        <TextField form={form} name="number" label={text.number} width="12" />
        <DateFields form={form} name="on" label={text.on} />
        <TextArea form={form} name="grounds" label={text.grounds} hint={text.groundsHint} rows={3} optional />
        <FileField form={form} name="paper" label={text.paper} accept={FILES} />
        <Button icon="file-check">{text.record}</Button>
      </Act>
    </Box>
  )
}

/** A draft is thrown away by one press; a filed proposal is withdrawn with its grounds. */
export function WithdrawForm({ p }: ProposalProps) {
  const { lang, data: { proposal } } = p
  const text = proposalText(lang).withdraw
  if (proposal.step === 'draft') return <Act p={p} name="withdraw" values={{ draft: 'yes' }}><Button kind="link">{text.discard}</Button></Act>
  return (
    <Details summary={text.title} open={sentIn(p, 'withdraw') !== undefined}>
      <Act p={p} name="withdraw">
        <TextArea form={sentIn(p, 'withdraw')} name="withdrawGrounds" label={text.grounds} rows={3} />
        <Button kind="secondary">{text.button}</Button>
      </Act>
    </Details>
  )
}
