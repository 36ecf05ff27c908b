import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { readWaiting, sumWaiting, type WaitingFigures, type WaitingLine } from '#modules/statistics/index.ts'
import { DemandLead, demandNames, demandRows, DemandTable, type DemandNames } from '../../ministry/demand/demand-parts.tsx'
import { demandText, onlineOf, peopleAndSeats } from '../../ministry/demand/demand-text.ts'
import { tableDownloads } from '../../money/table-downloads.ts'
import { paged, Pages, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS } from '../settings/desk-facts.ts'

const PATH = '/centre/demand'

/** Who waits for a sitting at the own centre, and the seats that are planned for them. */
export const centreDemandPage = page<{ figures: WaitingFigures; shown: Paged<WaitingLine>; names: DemandNames; office: OfficeView }>({
  path: PATH, action: 'statistics.waiting', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    const figures = await readWaiting(ctx, { centreId })
    return { figures, shown: paged(figures.lines, request), names: await demandNames(ctx, figures.lines), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => demandText(lang).title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data: { figures, shown, names } }) => {
    const words = demandText(lang)
    const all = sumWaiting(figures.lines.map((line) => ({ ...line, region: '' })), 'region')[0]
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{words.title}</h1><ButtonRow><Button href={`/${lang}/centre/sittings/new`} icon="plus">{words.plan}</Button></ButtonRow></div>
        <DemandLead of={figures} lang={lang} />
        {all ? <><p class="t-lead">{fill(words.ofCentre, peopleAndSeats(all, lang))}</p>{onlineOf(all, lang) && <p>{onlineOf(all, lang)}</p>}</> : <Empty title={words.nobody} icon="calendar">{words.nobodyText}</Empty>}
        {figures.lines.length > 0 && (
          <Box title={words.own} flush>
            <DemandTable lines={shown.rows} names={names} lang={lang} own />
            <div class="t-box__b">
              <Pages of={shown} lang={lang} path={PATH} />
              <IconLinks links={[{ href: `/${lang}/centre?step=contract-signed`, text: words.rows, icon: 'list-checks' }, { href: `/${lang}${PATH}.csv`, text: words.csv, icon: 'download' }, { href: `/${lang}${PATH}.xlsx`, text: words.xlsx, icon: 'download' }]} />
            </div>
          </Box>
        )}
      </div>
    )
  },
})

export const centreDemandDownloads = tableDownloads({
  path: PATH, action: 'statistics.waiting', access: CLERKS, filename: 'tanu-waiting',
  async make(ctx, _request, lang) {
    const { lines } = await readWaiting(ctx, { centreId: centreIdOf(ctx, CLERKS) })
    return demandRows(lines, await demandNames(ctx, lines), lang)
  },
})
