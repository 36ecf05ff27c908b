import type { ComponentChildren } from 'preact'
import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { FormBody, PostResult, ViewProps } from '#platform/http/page.ts'
import { formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { blockerText, denialText } from './denials.ts'
import { Button, ButtonRow, ErrorSummary, FileField, Form } from './ui/form.tsx'
import type { IconName } from './ui/icon.tsx'
import { NoticeBox } from './ui/notice-box.tsx'
import { Table } from './ui/table.tsx'
import { Details } from './ui/why.tsx'

/** What a desk says while a table is brought, examined and entered. */
export interface ImportWords {
  title: string
  lead: string
  file: string
  fileHint: string
  fileMissing: string
  check: string
  columns: string
  required: string
  other: string
  template: string
  recent: string
  none: string
  name: string
  started: string
  rows: string
  state: string
  /** `nothing`: every row of it was known before. */
  states: { applied: string; faults: string; waiting: string; nothing?: string }
  faultsTitle: string
  faultsText: string
  more: string
  faults: string
  line: string
  column: string
  reason: string
  again: string
  gone: string
  nothing?: string
  dryTitle: string
  dryText: string
  apply: string
  done: string
}

/** A table that was brought and examined: what it would enter, and what is wrong with it. */
export interface ExaminedTable {
  id: string
  filename: string
  rows: number
  added: number
  faults: readonly { line: number; column: string; reason: string }[]
  faultCount: number
  examinedAt: Moment
  appliedAt: Moment | null
  /** Whether its rows are still here to be entered. */
  kept: boolean
}

const codes = (columns: readonly string[]) => columns.map((column, place) => <>{place > 0 && ', '}<code key={column}>{column}</code></>)

interface BringProps {
  p: Pick<ViewProps<unknown>, 'lang' | 'form' | 'csrf' | 'requestKey'>
  words: ImportWords
  /** Where one file is looked at: `base`/<id>. */
  base: string
  works: readonly Omit<ExaminedTable, 'faults' | 'kept'>[]
  columns: { all: readonly string[]; required: readonly string[]; note: string; template: string }
}

/** Bring a table: the form, the columns it has, and the files that were brought lately. */
export function BringTable({ p: { lang, form, csrf, requestKey }, words, base, works, columns }: BringProps) {
  const stateOf = (work: BringProps['works'][number]) =>
    work.appliedAt ? words.states.applied : work.faultCount > 0 ? fill(words.states.faults, { count: formatNumber(work.faultCount, lang) }) : work.added === 0 && words.states.nothing ? words.states.nothing : words.states.waiting
  return (
    <div class="t-stack">
      <ErrorSummary form={form} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Form csrf={csrf} requestKey={requestKey} files>
        <FileField form={form} name="file" label={words.file} hint={words.fileHint} accept=".csv,.xlsx" />
        <Button icon="list-checks">{words.check}</Button>
      </Form>
      <Details summary={words.columns}>
        <p>{words.required} {codes(columns.required)}</p>
        <p>{words.other} {codes(columns.all.filter((column) => !columns.required.includes(column)))}</p>
        <p>{columns.note}</p>
        <ButtonRow><Button kind="secondary" href={`/${lang}${columns.template}`} icon="download">{words.template}</Button></ButtonRow>
      </Details>
      <h2>{words.recent}</h2>
      <Table caption={words.recent} captionHidden rowHeaders empty={<p>{words.none}</p>} columns={[{ title: words.name }, { title: words.started }, { title: words.rows, numeric: true }, { title: words.state }]}
        rows={works.map((work) => ({ key: work.id, cells: [<a href={`/${lang}${base}/${work.id}`}>{work.filename}</a>, formatMoment(work.examinedAt, lang), formatNumber(work.rows, lang), stateOf(work)] }))} />
    </div>
  )
}

/** Reads the table that was sent and hands it to be examined; what is no table is said at its field. */
export async function bringTable(form: FormBody, lang: Language, words: ImportWords, base: string, examine: (input: { filename: string; table: Awaited<ReturnType<typeof readTable>> }) => Promise<string>): Promise<PostResult> {
  const file = form.file('file')
  if (!file || file.bytes.length === 0) return { errors: [{ field: 'file', message: words.fileMissing }] }
  try {
    return { to: `/${lang}${base}/${await examine({ filename: file.name, table: await readTable(file.bytes, { filename: file.name }) })}` }
  } catch (error) {
    if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
    throw error
  }
}

interface WorkProps {
  p: ViewProps<ExaminedTable>
  words: ImportWords
  base: string
  /** Rows, what is new and what is wrong, in the words of the desk. */
  counts: string
  applyIcon?: IconName
  /** Where to go when it was entered; another file, where nothing is said. */
  onward?: ComponentChildren
}

/** One file: what it would enter, every fault with its row and column, and its outcome. It can be left and found again. */
export function ExaminedWork(props: WorkProps) {
  const { p: { data, form }, counts } = props
  return (
    <div class="t-stack">
      <ErrorSummary form={form} />
      <h1>{data.filename}</h1>
      <p>{counts}</p>
      <Standing {...props} />
    </div>
  )
}

function Standing({ p: { data, lang, csrf, requestKey }, words, base, applyIcon, onward }: WorkProps) {
  const again = <ButtonRow><Button kind="secondary" href={`/${lang}${base}`}>{words.again}</Button></ButtonRow>
  if (data.appliedAt) return <><NoticeBox tone="green">{words.done}</NoticeBox>{onward ?? again}</>
  if (data.faultCount > 0) {
    return (
      <>
        <NoticeBox tone="red" title={words.faultsTitle}>{words.faultsText}</NoticeBox>
        {data.faultCount > data.faults.length && <p>{fill(words.more, { shown: formatNumber(data.faults.length, lang), count: formatNumber(data.faultCount, lang) })}</p>}
        <Table caption={words.faults} columns={[{ title: words.line, numeric: true }, { title: words.column }, { title: words.reason }]}
          rows={data.faults.map((fault, place) => ({ key: place, cells: [fault.line, <code>{fault.column}</code>, blockerText(lang, { code: fault.reason })] }))} />
        {again}
      </>
    )
  }
  if (data.added === 0 && words.nothing) return <><NoticeBox>{words.nothing}</NoticeBox>{again}</>
  if (!data.kept) return <><NoticeBox>{words.gone}</NoticeBox>{again}</>
  return (
    <>
      <NoticeBox tone="green" title={words.dryTitle}>{words.dryText}</NoticeBox>
      <Form csrf={csrf} requestKey={requestKey}><Button icon={applyIcon}>{fill(words.apply, { count: formatNumber(data.added, lang) })}</Button></Form>
    </>
  )
}
