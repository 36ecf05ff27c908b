import { inLanguage, type Language } from '#kernel/localized.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { COMPETENCE_GROUNDS, enterCompetence, nameWithCode, readCompetences, type CompetenceShown, type CompetenceState, type CompetencesView } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, Checkboxes, DateFields, ErrorSummary, Form, SelectField, TextField, type FormState } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, isDayEmpty, STAFF } from '../settings/desk-facts.ts'
import { ownDeskText } from './own-desk-text.ts'
import { EndingLines } from './reminders.tsx'

const TONES: Readonly<Record<CompetenceState, TagTone>> = { waiting: 'sun', coming: 'sky', 'in-force': 'green', expired: 'red', ended: 'plain' }
export function CompetenceTags({ row, lang }: { row: Pick<CompetenceShown, 'state' | 'endsSoon'>; lang: Language }) {
  const words = ownDeskText(lang).competences
  return <><Tag tone={TONES[row.state]}>{words.states[row.state]}</Tag>{row.endsSoon && <> <Tag tone="sun">{words.endsSoon}</Tag></>}</>
}
export function spanOf(row: CompetenceShown, lang: Language): string {
  const words = ownDeskText(lang).competences
  return `${formatDay(row.validFrom, lang)} – ${row.validUntil ? formatDay(row.validUntil, lang) : words.open}`
}
export const levelsOf = (row: CompetenceShown, lang: Language): string => fill(ownDeskText(lang).competences.levelsValue, { levels: row.levels.join(', ') })

interface CompetencesData extends CompetencesView {
  office: OfficeView
}

/** In what the assessors and panel members are competent, by which paper, until when; a new entry waits for a second person. */
export const competencesPage = page<CompetencesData>({
  path: '/centre/competences', action: 'competence.read', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return { ...(await readCompetences(ctx, centreId)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => ownDeskText(lang).competences.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = ownDeskText(lang).competences
    const validFrom = dayField(form, 'from')
    const validUntil = isDayEmpty(form, 'until') ? null : dayField(form, 'until')
    const errors: FieldError[] = []
    if (!validFrom) errors.push({ field: 'from', message: words.dayWrong })
    if (validUntil === undefined) errors.push({ field: 'until', message: words.dayWrong })
    if (errors.length > 0 || !validFrom || validUntil === undefined) return { errors }
    await enterCompetence(ctx, {
      centreId: centreIdOf(ctx), accountId: form.text('person'), professionCode: form.text('profession'), levels: form.list('levels').map(Number), ground: form.text('ground'),
      document: form.text('document'), validFrom, validUntil,
    })
    return { to: `/${lang}/centre/competences`, flash: words.entered }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).competences
    const ending = data.rows.filter((row) => row.endsSoon)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          {ending.length > 0 && <NoticeBox tone="sun" title={words.endingTitle}><ul><EndingLines rows={ending} names={data.names} lang={lang} /></ul></NoticeBox>}
          <Table caption={words.title} captionHidden empty={<Empty title={words.empty} icon="graduation-cap">{words.emptyText}</Empty>} columns={[words.person, words.profession, words.document, words.dates, words.state].map((title) => ({ title }))}
            rows={data.rows.map((row) => ({
              key: row.id,
              cells: [
                <a href={`/${lang}/centre/competences/${row.id}`}>{row.person}</a>, <>{inLanguage(data.names.get(row.professionCode) ?? {}, lang) || row.professionCode}<span class="t-sub">{levelsOf(row, lang)}</span></>,
                <>{words.grounds[row.ground]}<span class="t-sub">{row.document}</span></>, spanOf(row, lang), <CompetenceTags row={row} lang={lang} />,
              ],
            }))} />
          {data.mayEnter && <NewEntry data={data} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />}
        </div>
      </>
    )
  },
})

function NewEntry({ data, lang, form, csrf, requestKey }: { data: CompetencesData; lang: Language; form: FormState; csrf: string; requestKey: string }) {
  const words = ownDeskText(lang).competences
  const [year, month, date] = data.today.split('-') as [string, string, string]
  const levels = [...new Set(data.scope.map((line) => line.level))].sort()
  const codes = [...new Set(data.scope.map((line) => line.professionCode))]
  const labelOf = (code: string) => `${nameWithCode(data.names, code, lang)}: ${data.scope.filter((line) => line.professionCode === code).map((line) => line.level).join(', ')}`
  return (
    <Box title={words.newTitle}>
      <p>{words.newLead}</p>
      <Form csrf={csrf} requestKey={requestKey}>
        <SelectField form={form} name="person" label={words.person} options={data.examiners.map((person) => ({ value: person.accountId, label: personName(person, lang, 'full') }))} />
        <SelectField form={form} name="profession" label={words.profession} hint={words.professionHint} options={codes.map((code) => ({ value: code, label: labelOf(code) }))} />
        <Checkboxes form={form} name="levels" label={words.levels} inline options={levels.map((level) => ({ value: String(level), label: String(level) }))} />
        <SelectField form={form} name="ground" label={words.ground} hint={words.groundHint} options={COMPETENCE_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))} />
        <TextField form={form} name="document" label={words.document} hint={words.documentHint} maxLength={300} />
        <DateFields form={form} name="from" label={words.from} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
        <DateFields form={form} name="until" label={words.until} hint={words.untilHint} optional />
        <Button icon="plus">{words.enter}</Button>
      </Form>
    </Box>
  )
}
