import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { readProctoringReport, type ProctoringReport } from '#modules/register/index.ts'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { en } from './messages/en.ts'
import { kk, type ProctoringText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ProctoringText>> = { kk, ru, en }
const COLUMNS = ['kind', 'expected', 'raised', 'otherScenes', 'falseScenes', 'falseFlags', 'hours', 'perHour', 'atMostPerHour'] as const

/** How often the watch is right and how often it is wrong, with its date; for everybody. */
export const proctoringPage = page<{ report: ProctoringReport | undefined }>({
  path: '/proctoring', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 300,
  load: async () => ({ report: readProctoringReport() }),
  title: (_data, lang) => TEXTS[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: TEXTS[lang].home, href: `/${lang}` }, { text: TEXTS[lang].title }], description: TEXTS[lang].lead }),
  view: ({ data: { report }, lang }) => {
    const t = TEXTS[lang]
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        {report ? <Measured report={report} lang={lang} t={t} /> : <Empty title={t.none} />}
      </div>
    )
  },
})

interface Parts {
  report: ProctoringReport
  lang: Language
  t: ProctoringText
}
function Measured({ report, lang, t }: Parts) {
  const number = (value: number) => formatNumber(value, lang)
  const kind = (name: string) => t.kinds[name as keyof ProctoringText['kinds']] ?? name
  return (
    <>
      <p class="t-src"><span>{fill(t.measured, { date: formatDay(report.measuredOn as Day, lang), scenes: report.scenes.length, seconds: report.secondsAScene, machine: report.machine })}</span></p>
      <section>
        <h2>{t.signals}</h2>
        <Table caption={t.signals} captionHidden rowHeaders columns={[{ title: t.signal }, ...[t.expected, t.said, t.others, t.wrongly, t.perHour, t.atMost, t.hours].map((title) => ({ title, numeric: true }))]}
          rows={report.signals.map((each) => ({ key: each.kind, cells: [kind(each.kind), each.expected, each.raised, each.otherScenes, each.falseScenes, number(each.perHour), number(each.atMostPerHour), number(Math.round(each.hours * 60))] }))} />
        <p>{t.boundNote}</p>
        <IconLinks links={[{ href: `/${lang}/proctoring/table.csv`, text: t.csv, icon: 'download' }, { href: `/${lang}/proctoring/report.json`, text: t.json, icon: 'download' }]} />
      </section>
      <section>
        <h2>{t.scenes}</h2>
        <Table caption={t.scenes} captionHidden rowHeaders columns={[{ title: t.scene }, { title: t.must }, { title: t.did }, { title: t.right }]}
          rows={report.scenes.map((each) => ({ key: each.scene, cells: [t.names[each.scene as keyof ProctoringText['names']] ?? each.scene, each.expected.map(kind).join(', ') || t.nothing, each.said.map(kind).join(', ') || t.nothing, verdict(each, t)] }))} />
      </section>
      <Matrices report={report} lang={lang} t={t} />
      <Costs report={report} lang={lang} t={t} />
      <section>
        <h2>{t.notMeasured}</h2>
        <p>{t.notMeasuredText}</p>
        <ul class="govuk-list govuk-list--bullet">{report.notMeasured.map((each) => <li key={each}>{t.gaps[each as keyof ProctoringText['gaps']] ?? each}</li>)}</ul>
        <p>{t.down}</p>
      </section>
    </>
  )
}

/** A scene may be right in one signal and wrong in another. */
function verdict({ expected, said }: { expected: readonly string[]; said: readonly string[] }, t: ProctoringText): string {
  const wrong = [...(expected.some((kind) => !said.includes(kind)) ? [t.missed] : []), ...(said.some((kind) => !expected.includes(kind)) ? [t.falsely] : [])]
  return wrong.join(', ') || t.right
}

function Matrices({ report, t }: Parts) {
  const counts = ['0', '1', t.many]
  return (
    <>
      <section>
        <h2>{t.faces}</h2>
        <Table caption={t.faces} captionHidden rowHeaders columns={[{ title: t.faceRow }, ...counts.map((n) => ({ title: fill(t.facesSeen, { n }), numeric: true }))]} rows={report.faces.map((row, n) => ({ key: n, cells: [counts[n]!, ...row] }))} />
      </section>
      <section>
        <h2>{t.voice}</h2>
        <Table caption={t.voice} captionHidden rowHeaders columns={[{ title: t.voiceRow }, { title: t.heardQuiet, numeric: true }, { title: t.heardSpeech, numeric: true }]} rows={report.voice.map((row, n) => ({ key: n, cells: [n === 0 ? t.quiet : t.speech, ...row] }))} />
      </section>
    </>
  )
}

function Costs({ report: { cores, bytesOnce, foreignRequests }, lang, t }: Parts) {
  const share = (value: number | undefined) => (value === undefined ? t.notHere : fill(t.cores, { share: formatNumber(value, lang) }))
  const megabytes = (bytes: number) => fill(t.megabytes, { n: formatNumber(Math.round(bytes / 1e5) / 10, lang) })
  return (
    <section>
      <h2>{t.cost}</h2>
      <Table caption={t.cost} captionHidden rowHeaders columns={[{ title: t.what }, { title: t.value }, { title: t.bound }]} rows={[
        { key: 'looks', cells: [t.looks, share(cores.twoLooksASecond), share(0.35)] },
        { key: 'everything', cells: [t.everything, share(cores.everything), share(1.2)] },
        { key: 'wire', cells: [t.wire, megabytes(bytesOnce), megabytes(15_000_000)] },
        { key: 'foreign', cells: [t.foreign, foreignRequests, 0] },
      ]} />
      <p>{t.costNote}</p>
    </section>
  )
}

/** The table of signals, and the whole report as it was written; without a report both are empty. */
export const proctoringDownloads = [
  download({
    path: '/proctoring/table.csv', action: 'register.read', access: 'public',
    handle: async () => ({ body: writeCsv(COLUMNS, (readProctoringReport()?.signals ?? []).map((row) => COLUMNS.map((column) => row[column]))), mediaType: 'text/csv; charset=utf-8', filename: 'proctoring.csv' }),
  }),
  download({
    path: '/proctoring/report.json', action: 'register.read', access: 'public',
    handle: async () => ({ body: new TextEncoder().encode(JSON.stringify(readProctoringReport() ?? {})), mediaType: 'application/json; charset=utf-8', filename: 'proctoring-report.json', inline: true }),
  }),
]
