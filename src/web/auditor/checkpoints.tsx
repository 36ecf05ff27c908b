import type { Language } from '#kernel/localized.ts'
import { download, page } from '#platform/http/page.ts'
import { formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { exportCheckpoints, readCheckpoints, verifyCheckpoints, type CheckpointsView } from '#modules/audit/index.ts'
import { messages } from '#modules/audit/messages/index.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { IconLinks } from '../ui/ticket.tsx'

type Verified = Awaited<ReturnType<typeof verifyCheckpoints>>

/** How far the journal was signed, and whether it still is what was signed. */
export const checkpointsPage = page<{ view: CheckpointsView; verified: Verified | undefined }>({
  path: '/auditor/checkpoints', action: 'checkpoint.read', desk: 'auditor', access: ['auditor'],
  load: async (ctx, { query }) => ({ view: await readCheckpoints(ctx), verified: query.get('check') === 'yes' ? await verifyCheckpoints(ctx) : undefined }),
  title: (_data, lang) => messages[lang].checkpoints.title,
  view: ({ lang, data: { view, verified } }) => {
    const words = messages[lang].checkpoints
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{words.title}</h1>{view.checkpoints.length > 0 && <Button href={`/${lang}/auditor/checkpoints?check=yes`} icon="shield-check">{words.check}</Button>}</div>
        <p>{words.lead}</p>
        {verified && <Outcome verified={verified} lang={lang} />}
        {view.checkpoints.length > 0 && <IconLinks links={[{ href: `/${lang}/auditor/checkpoint.json`, text: words.download, icon: 'download' }]} />}
        <Table caption={words.title} captionHidden columns={[{ title: words.columns.no, numeric: true }, { title: words.columns.at, noWrap: true }, { title: words.columns.entries, numeric: true }, { title: words.columns.root }, { title: words.columns.key }]}
          empty={<Empty title={words.empty} icon="shield">{words.emptyText}</Empty>}
          rows={view.checkpoints.map((each) => ({
            key: each.no, cells: [String(each.no), formatMoment(each.at, lang), formatNumber(each.entries, lang), <code>{Buffer.from(each.root).toString('hex').slice(0, 16)}…</code>, <code>{each.keyId}</code>],
          }))} />
      </div>
    )
  },
})

function Outcome({ verified, lang }: { verified: Verified; lang: Language }) {
  const words = messages[lang].checkpoints
  if (verified.faults.length === 0) return <NoticeBox tone="green" icon="shield-check">{fill(words.whole, { n: verified.checked })}</NoticeBox>
  return (
    <NoticeBox tone="red" title={words.broken}>
      <ul>{verified.faults.map((each) => <li>{fill(words.line, { no: each.no, fault: fill(words.faults[each.fault], { chain: each.chain ?? '', seq: each.seq ?? '' }) })}</li>)}</ul>
    </NoticeBox>
  )
}

/** The file to take away. */
export const checkpointFile = download({
  path: '/auditor/checkpoint.json', action: 'checkpoint.read', access: ['auditor'],
  async handle(ctx) {
    const file = await exportCheckpoints(ctx)
    return { body: new TextEncoder().encode(`${JSON.stringify(file)}\n`), mediaType: 'application/json', filename: `tanu-journal-checkpoint-${file.checkpoint?.no ?? 0}.json` }
  },
})
