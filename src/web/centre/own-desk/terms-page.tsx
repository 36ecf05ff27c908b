import type { Language } from '#kernel/localized.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { clausesOf, decideContractTerms, draftContractTerms, readContractTerms, type TermsShown } from '#modules/centres/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ButtonRow, CheckboxSingle, DateFields, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, dayField, STAFF } from '../settings/desk-facts.ts'
import { settingsText } from '../settings/settings-text.ts'
import { ownDeskText } from './own-desk-text.ts'

const TONES: Readonly<Record<TermsShown['state'], TagTone>> = { waiting: 'sun', coming: 'sky', 'in-force': 'green', past: 'plain', 'set-aside': 'red' }

interface TermsData {
  rows: TermsShown[]
  today: Day
  mayDraft: boolean
  mayDecide: boolean
  office: OfficeView
}

/** What the centre adds to the standard contract: the edition in force, those to come and those before; a draft waits for the head. */
export const termsPage = page<TermsData>({
  path: '/centre/terms', action: 'contract-terms.read', desk: 'centre', access: STAFF,
  async load(ctx) {
    const centreId = centreIdOf(ctx)
    return { ...(await readContractTerms(ctx, centreId)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => ownDeskText(lang).terms.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { form, lang }) {
    const words = ownDeskText(lang).terms
    const to = `/${lang}/centre/terms`
    const act = form.text('do')
    if (act === 'approve' || act === 'set-aside') {
      await decideContractTerms(ctx, { id: form.text('terms'), approve: act === 'approve', note: form.text('note') })
      return { to, flash: act === 'approve' ? words.approved : words.setAside }
    }
    const inForceFrom = dayField(form, 'from')
    if (!inForceFrom) return { errors: [{ field: 'from', message: words.dayWrong }] }
    await draftContractTerms(ctx, { centreId: centreIdOf(ctx), inForceFrom, textKk: form.text('textKk'), textRu: form.text('textRu'), none: form.text('none') === 'yes' })
    return { to, flash: words.drafted }
  },
  view: ({ lang, data, form, csrf, requestKey }) => {
    const words = ownDeskText(lang).terms
    const current = data.rows.find((row) => row.state === 'in-force')
    const open = data.rows.find((row) => row.state === 'waiting')
    const [year, month, date] = addDays(data.today, 1).split('-') as [string, string, string]
    return (
      <>
        <h1>{words.title}</h1>
        <p class="t-lead">{words.lead}</p>
        <NoticeBox>{words.cannotContradict}</NoticeBox>
        <ErrorSummary form={form} />
        <div class="t-stack">
          {data.rows.length === 0 && <Empty title={words.empty} icon="file-pen">{words.emptyText}</Empty>}
          {open && (
            <TermsBox row={open} lang={lang}>
              {open.own ? (
                <Form csrf={csrf} requestKey={`${requestKey}-decide`} values={{ terms: open.id }}><p>{words.waits}</p><Button kind="secondary" name="do" value="set-aside" icon="x">{words.takeBack}</Button></Form>
              ) : data.mayDecide ? (
                <Form csrf={csrf} requestKey={`${requestKey}-decide`} values={{ terms: open.id }}>
                  <TextArea form={form} name="note" label={words.note} hint={words.noteHint} rows={2} />
                  <ButtonRow><Button name="do" value="approve" icon="check">{words.approve}</Button><Button name="do" value="set-aside" kind="secondary" icon="x">{words.giveBack}</Button></ButtonRow>
                </Form>
              ) : <p>{words.waits}</p>}
            </TermsBox>
          )}
          {current && <TermsBox row={current} lang={lang} />}
          {!open && data.mayDraft && (
            <Box title={words.newTitle}>
              <Form csrf={csrf} requestKey={requestKey}>
                <p>{words.newLead}</p>
                <DateFields form={form} name="from" label={words.from} hint={words.fromHint} value={{ day: String(Number(date)), month: String(Number(month)), year }} />
                <TextArea form={form} name="textKk" label={`${words.text}, ${settingsText(lang).kazakh}`} hint={words.textHint} rows={6} maxLength={5000} value={current?.textKk ?? ''} />
                <TextArea form={form} name="textRu" label={`${words.text}, ${settingsText(lang).russian}`} hint={words.textHint} rows={6} maxLength={5000} value={current?.textRu ?? ''} />
                <CheckboxSingle form={form} name="none" label={words.none} hint={words.noneHint} />
                <Button icon="send">{words.draft}</Button>
              </Form>
            </Box>
          )}
          {data.rows.filter((row) => row !== open && row !== current).map((row) => <TermsBox key={row.id} row={row} lang={lang} />)}
        </div>
      </>
    )
  },
})

function TermsBox({ row, lang, children }: { row: TermsShown; lang: Language; children?: preact.ComponentChildren }) {
  const words = ownDeskText(lang).terms
  const [kk, ru] = [clausesOf(row.textKk), clausesOf(row.textRu)]
  return (
    <Box title={fill(words.since, { day: formatDay(row.inForceFrom, lang) })} tag={<Tag tone={TONES[row.state]}>{words.states[row.state]}</Tag>}>
      {kk.length === 0 ? <p>{words.nothing}</p> : (
        <Table caption={words.text} captionHidden columns={[{ title: '№' }, { title: settingsText(lang).kazakh }, { title: settingsText(lang).russian }]}
          rows={kk.map((clause, place) => ({ key: place, cells: [String(place + 1), <span lang="kk">{clause}</span>, <span lang="ru">{ru[place]}</span>] }))} />
      )}
      <p class="t-small t-quiet">
        {fill(words.draftedBy, { name: row.draftedByName, at: formatMoment(row.draftedAt, lang) })}
        {row.decidedAt && <> {fill(row.approved ? words.approvedBy : words.setAsideBy, { name: row.decidedByName ?? '—', at: formatMoment(row.decidedAt, lang) })}</>}
        {row.decisionNote && <> {row.decisionNote}</>}
      </p>
      {children}
    </Box>
  )
}
