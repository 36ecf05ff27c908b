import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { may } from '#platform/acts/policy.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Table } from '../../ui/table.tsx'
import { numberIn, type StatisticsData } from './data.ts'
import { told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

interface Behind {
  /** The open table from which anybody counts the figure again. */
  table: statistics.TableId
  /** A page of the public registers, or the norms, where anybody sees what was counted or read. */
  open?: string
  /** What the entitled see the rows of. */
  rows?: Readonly<Record<string, string | number>> & { kind: statistics.RowKind }
}

/** What stands behind each figure; a new one without it does not pass the compiler. */
const BEHIND: Readonly<Record<statistics.FigureKey, Behind>> = {
  sector_state_bodies: { table: 'bodies' }, professions_total: { table: 'register', open: '/professions' }, professions_voluntary: { table: 'register', open: '/professions?track=voluntary' },
  professions_mandatory: { table: 'register', open: '/professions?track=mandatory' }, centres: { table: 'centres', open: '/centres' }, professions_covered_by_centres: { table: 'covered', open: '/statistics/register#covered' },
  directions: { table: 'covered', open: '/statistics/register#covered' }, cities_with_centres: { table: 'centres', open: '/statistics/register#cities' }, documents_total: { table: 'holders', rows: { kind: 'documents' } },
  recognised_2025: { table: 'recognised', rows: { kind: 'documents', year: 2025 } }, recognised_by_voucher_2025: { table: 'recognised', rows: { kind: 'documents', year: 2025, funding: 'voucher' } },
  vouchers_plan_2025: { table: 'vouchers', open: '/statistics/vouchers?year=2025' }, vouchers_fact_2025: { table: 'vouchers', rows: { kind: 'vouchers', year: 2025 } }, vouchers_issued_2025_headline: { table: 'vouchers', rows: { kind: 'vouchers', year: 2025 } },
  appeal_deadline: { table: 'figures', open: '/norms' }, theory_pass_threshold: { table: 'figures', open: '/norms' }, notice_send_deadline: { table: 'figures', open: '/norms' }, notice_to_exam_min: { table: 'figures', open: '/norms' },
  decision_deadline: { table: 'figures', open: '/norms' }, result_deadline: { table: 'figures', open: '/norms' }, accreditation_documents: { table: 'figures', open: '/accreditation' }, accreditation_stages: { table: 'figures', open: '/accreditation' },
}

interface FigureTableProps {
  caption: string
  data: StatisticsData
  lang: Language
  actor: Actor
  rows: readonly statistics.TableRow[]
}

/** Figures, each with what it means, the open file it is counted from, and the way to its rows: open to all where the registers are, else for those who may see them. */
export function FigureTable({ caption, data, lang, actor, rows }: FigureTableProps) {
  const t = STATISTICS[lang]
  const words = statistics.messages[lang]
  const asOf: Readonly<Record<string, string>> = data.asOf === data.today ? {} : { asOf: data.asOf }
  const withQuery = (path: string, query: Readonly<Record<string, string | number>>) => {
    const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString()
    return text ? `${path}?${text}` : path
  }
  const seesRows = may(actor, statistics.policy, 'statistics.rows', undefined as never)
  return (
    <Table caption={caption} captionHidden rowHeaders columns={[{ title: t.columns.figure }, { title: t.columns.value, numeric: true }, { title: t.definition }, { title: t.sources }]}
      rows={rows.map((row) => {
        const key = row['key'] as statistics.FigureKey
        const { table, open, rows: behind } = BEHIND[key]
        const { kind, ...asked } = behind ?? { kind: undefined }
        const what = <span class="t-vh">: {words.figures[key].label}</span>
        return {
          key,
          cells: [
            words.figures[key].label, <b>{told(numberIn(row, 'value'), lang)}</b>, <small class="t-quiet">{words.figures[key].definition}</small>,
            <>
              <a href={withQuery(`/api/v1/statistics/datasets/${table}.csv`, asOf)}>CSV{what}</a>
              {open && <><br /><a href={`/${lang}${open}`}>{t.rows}{what}</a></>}
              {kind && seesRows && <><br /><a href={withQuery(`/${lang}/statistics/rows${kind === 'documents' ? '' : `/${kind}`}`, { ...asOf, ...asked })}>{t.rows}{what}</a></>}
            </>,
          ],
        }
      })} />
  )
}
