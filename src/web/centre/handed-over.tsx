import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { read } from '#platform/acts/tx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { papersOfCase, type PaperRow } from '#platform/pdf/paper-outbox.ts'
import { page, type PageRequest } from '#platform/http/page.ts'
import { readHandedOver, settle, type HandedOver } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import { getCentre } from '#modules/centres/index.ts'
import { atFields } from '../appeals/field-errors.ts'
import { caseText } from '../case/case-text.ts'
import { Pages, paged, type Paged } from '../paged.tsx'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Button, DateFields, ErrorSummary, Form, SelectField, TextField } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { en } from './messages/handed-over/en.ts'
import { kk, type HandedOverText } from './messages/handed-over/kk.ts'
import { ru } from './messages/handed-over/ru.ts'
import { officeOf, type OfficeView } from './office.ts'
import { centreIdOf, CLERKS, dayField, namesOfProfessions, qualificationLine, type Names } from './settings/desk-facts.ts'

const TEXTS: Readonly<Record<Language, HandedOverText>> = { kk, ru, en }

interface Data {
  list: HandedOver
  moves: Paged<HandedOver['moves'][number]>
  settlements: Paged<HandedOver['settlements'][number]>
  names: Names
  centres: Map<string, { kk: string; ru: string; en: string }>
  papers: Map<string, PaperRow[]>
  office: OfficeView
}

async function load(ctx: Ctx, request: Pick<PageRequest, 'query'>): Promise<Data> {
  const centreId = centreIdOf(ctx, CLERKS)
  const list = await readHandedOver(ctx, centreId)
  const [moves, settlements] = [paged(list.moves, request, { name: 'moves', size: 50 }), paged(list.settlements, request, { name: 'owed', size: 50 })]
  const centres: Data['centres'] = new Map()
  for (const id of [...list.moves.map((move) => move.toCentreId), ...list.settlements.flatMap((each) => (each.owedTo ? [each.owedTo] : []))]) if (!centres.has(id)) centres.set(id, (await getCentre(ctx.db, id)).name)
  const papers = await read(ctx, 'case.read-archive', async (t) => {
    assertMay(t, casework.policy, 'case.read-archive', { centreId })
    const found: Data['papers'] = new Map()
    for (const move of moves.rows) found.set(move.id, (await papersOfCase(t.sql, move.caseId)).filter((paper) => paper.centreId === centreId && paper.createdAt <= move.movedAt))
    return found
  })
  return { list, moves, settlements, centres, papers, names: await namesOfProfessions(ctx, moves.rows.map((move) => move.professionCode)), office: await officeOf(ctx, centreId) }
}

/** What a centre keeps of cases that are its no more: a line each with its own papers, and what it owes. */
export const handedOverPage = page<Data>({
  path: '/centre/handed-over', action: 'settlement.list', desk: 'centre', access: ['centre-operator', 'centre-head'],
  load: (ctx, request) => load(ctx, request),
  title: (_data, lang) => TEXTS[lang].title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { lang, form }) {
    return atFields(lang, async () => {
      await settle(ctx, { id: form.text('settlement'), centreId: centreIdOf(ctx, CLERKS), settledOn: dayField(form, 'settledOn') ?? '', receipt: form.text('receipt') })
      return { to: `/${lang}/centre/handed-over`, flash: TEXTS[lang].settled }
    }, {})
  },
  view: (p) => {
    const { lang, data: { list, moves, settlements, names, centres, papers } } = p
    const words = TEXTS[lang]
    const kept = { moves: moves.page > 1 ? String(moves.page) : '', owed: settlements.page > 1 ? String(settlements.page) : '' }
    const centre = (id: string) => inLanguage(centres.get(id) ?? {}, lang)
    const open = list.settlements.filter((each) => each.settledOn === null && each.owedTo !== null)
    const whom = (to: string | null) => (to ? centre(to) : words.candidate)
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          <Box title={words.owedTitle} id="owed" flush>
            <Table caption={words.owedTitle} captionHidden columns={[{ title: words.number }, { title: words.whom }, { title: words.amount, numeric: true }, { title: words.since }, { title: words.state }]} empty={<p>{words.owedEmpty}</p>}
              rows={settlements.rows.map((each) => ({
                key: each.id,
                cells: [<span class="t-num t-nowrap">{each.caseNumber}</span>, whom(each.owedTo), formatTenge(each.amount, lang), formatDay(each.owedFrom, lang, 'numeric'),
                  each.settledOn ? fill(words.settledLine, { date: formatDay(each.settledOn, lang, 'numeric'), receipt: each.receipt ?? '' }) : each.owedTo === null ? <a href={`/${lang}/centre/money/refunds`}>{words.byRefund}</a> : <Tag tone="sun">{words.due}</Tag>],
              }))} />
            <Pages of={settlements} lang={lang} path="/centre/handed-over" kept={kept} label={words.owedTitle} at="owed" />
          </Box>
          {open.length > 0 && (
            <Box title={words.settleTitle}>
              <Form csrf={p.csrf} requestKey={p.requestKey}>
                <SelectField form={p.form} name="settlement" label={words.which} options={open.map((each) => ({ value: each.id, label: `${each.caseNumber} · ${whom(each.owedTo)} · ${formatTenge(each.amount, lang)}` }))} />
                <DateFields form={p.form} name="settledOn" label={words.settledOn} />
                <TextField form={p.form} name="receipt" label={words.receipt} />
                <Button icon="check">{words.settle}</Button>
              </Form>
            </Box>
          )}
          <Box title={words.movesTitle} id="moves" flush>
            <Table caption={words.movesTitle} captionHidden columns={[words.number, words.qualification, words.to, words.on, words.papers].map((title) => ({ title }))} empty={<Empty title={words.movesEmpty} icon="file">{words.movesEmptyText}</Empty>}
              rows={moves.rows.map((move) => ({
                key: move.id,
                cells: [<span class="t-num t-nowrap">{move.caseNumber}</span>, qualificationLine(names, move, lang), centre(move.toCentreId), formatDay(move.movedOn, lang, 'numeric'),
                  <>{(papers.get(move.id) ?? []).map((paper) => <a key={paper.id} class="t-sub" href={`/${lang}/papers/${paper.id}`}>{caseText(lang).papers[paper.kind]}, {formatDay(legalDay(paper.createdAt), lang, 'numeric')}</a>)}</>],
              }))} />
            <Pages of={moves} lang={lang} path="/centre/handed-over" kept={kept} label={words.movesTitle} at="moves" />
          </Box>
        </div>
      </>
    )
  },
})
