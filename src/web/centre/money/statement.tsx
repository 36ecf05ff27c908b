import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { enterStatement, readStatementOf, type ExaminedStatement } from '#modules/billing/index.ts'
import { blockerText } from '../../denials.ts'
import { moneyText } from '../../money/money-text.ts'
import { Box } from '../../ui/card.tsx'
import { Button, ErrorSummary, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS } from '../settings/desk-facts.ts'

/** One statement: what each of its lines would do, its faults, and its entering. */
export const statementPage = page<{ statement: ExaminedStatement; office: OfficeView }>({
  path: '/centre/money/statements/:id', action: 'statement.bring', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { statement: await readStatementOf(ctx, centreId, request.params['id'] ?? ''), office: await officeOf(ctx, centreId) }
  },
  title: ({ statement }, lang) => `${moneyText(lang).statement.title}: ${statement.filename}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/money/statements`, text: moneyText(lang).statement.title } }),
  async post(ctx, { lang, params }) {
    const id = params['id'] ?? ''
    await enterStatement(ctx, { centreId: centreIdOf(ctx, CLERKS), id })
    return { to: `/${lang}/centre/money/statements/${id}`, flash: moneyText(lang).statement.done }
  },
  view: ({ lang, data: { statement }, form, csrf, requestKey }) => {
    const words = moneyText(lang).statement
    const { faults, fates } = statement
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{statement.filename}</h1>
        {statement.enteredAt ? <NoticeBox tone="green">{words.done}</NoticeBox> : faults.length > 0 ? <NoticeBox tone="red" title={words.faultsTitle}>{words.faultsText}</NoticeBox> : <NoticeBox title={words.dry}>{words.dryText}</NoticeBox>}
        {faults.length > 0 && (
          <Table caption={words.faultsTitle} columns={[{ title: words.line, numeric: true }, { title: words.column }, { title: words.reason }]}
            rows={faults.map((fault, place) => ({ key: place, cells: [fault.line, <code>{fault.column}</code>, blockerText(lang, { code: fault.reason })] }))} />
        )}
        {fates.length > 0 && (
          <Box title={words.dry} flush>
            <Table caption={words.dry} captionHidden columns={[{ title: words.reference }, { title: moneyText(lang).day.on, noWrap: true }, { title: words.purpose }, ...(statement.enteredAt ? [] : [{ title: words.fate }]), { title: moneyText(lang).day.sum, numeric: true }]}
              rows={fates.map(({ line, fate, number }) => ({
                key: line.reference,
                cells: [<span class="t-num">{line.reference}</span>, formatDay(line.onDay, lang, 'numeric'), line.purpose || '—', ...(statement.enteredAt ? [] : [fill(words.fates[fate], { number: number ?? '' })]), <span class="t-nowrap">{line.amount < 0 ? '−' : ''}{formatTenge(Math.abs(line.amount), lang)}</span>],
              }))} />
          </Box>
        )}
        {!statement.enteredAt && faults.length === 0 && <Form csrf={csrf} requestKey={requestKey}><Button icon="check">{words.enter}</Button></Form>}
      </div>
    )
  },
})
