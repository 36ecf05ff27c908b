import type { Day } from '#kernel/day.ts'
import type { Localized } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { confirmCompetence, endCompetence, nameWithCode, readCompetence, type CompetenceShown } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, DateFields, ErrorSummary, Form, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, STAFF } from '../settings/desk-facts.ts'
import { CompetenceTags, levelsOf, spanOf } from './competences-page.tsx'
import { ownDeskText } from './own-desk-text.ts'

interface CompetenceData {
  row: CompetenceShown
  names: ReadonlyMap<string, Partial<Localized>>
  today: Day
  office: OfficeView
}

/** One entry: who entered and who confirmed it, and the acts of a second person and of the head. */
export const competencePage = page<CompetenceData>({
  path: '/centre/competences/:id', action: 'competence.read', desk: 'centre', access: STAFF,
  async load(ctx, { params }) {
    return { ...(await readCompetence(ctx, params['id'] ?? '')), office: await officeOf(ctx, centreIdOf(ctx)) }
  },
  title: ({ row }, lang) => `${ownDeskText(lang).competences.one}: ${row.person}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/competences`, text: ownDeskText(lang).competences.title } }),
  async post(ctx, { form, lang, params }) {
    const words = ownDeskText(lang).competences
    const id = params['id'] ?? ''
    const to = `/${lang}/centre/competences/${id}`
    if (form.text('do') === 'confirm') {
      await confirmCompetence(ctx, { id })
      return { to, flash: words.confirmed }
    }
    const from = dayField(form, 'from')
    if (!from) return { errors: [{ field: 'from', message: words.dayWrong }] }
    await endCompetence(ctx, { id, from, ground: form.text('ground') })
    return { to, flash: words.endedFlash }
  },
  view: ({ lang, data: { row, names, today }, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).competences
    const [year, month, date] = today.split('-') as [string, string, string]
    return (
      <>
        <h1>{row.person}</h1>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Box title={words.one} tag={<CompetenceTags row={row} lang={lang} />}>
            <Facts compact facts={[
              { term: words.profession, value: nameWithCode(names, row.professionCode, lang), note: levelsOf(row, lang) }, { term: words.ground, value: words.grounds[row.ground] }, { term: words.document, value: row.document },
              { term: words.dates, value: spanOf(row, lang) }, { term: words.enteredBy, value: row.enteredByName, note: formatMoment(row.enteredAt, lang) },
              { term: words.confirmedBy, value: row.confirmedByName ?? words.notConfirmed, note: row.confirmedAt ? formatMoment(row.confirmedAt, lang) : undefined },
              ...(row.endedFrom ? [{ term: words.endedFrom, value: formatDay(row.endedFrom, lang), note: [row.endGround, row.endedByName].filter(Boolean).join(' · ') }] : []),
            ]} />
          </Box>
          {row.state === 'waiting' && (row.mayConfirm ? (
            <Box title={words.confirmTitle}>
              <p>{words.confirmLead}</p>
              <Form csrf={csrf} requestKey={`${requestKey}-confirm`}><Button name="do" value="confirm" icon="check">{words.confirm}</Button></Form>
            </Box>
          ) : <NoticeBox>{words.waitsForAnother}</NoticeBox>)}
          {row.mayEnd && (
            <Box title={words.endTitle}>
              <p>{words.endLead}</p>
              <Form csrf={csrf} requestKey={requestKey}>
                <DateFields form={form} name="from" label={words.endFrom} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
                <TextField form={form} name="ground" label={words.endGround} />
                <Button kind="warning" name="do" value="end" icon="x">{words.end}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})
