import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listBasisDesk, listRedos, type BasisListed } from '#modules/standards/index.ts'
import type { SectorBody } from '#modules/professions/index.ts'
import { BasisTitle, StateOfBasis } from '../../public/standards/basis-parts.tsx'
import { STANDARDS } from '../../public/standards/standards-texts.ts'
import { nameIn } from '../../public/words.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { STANDARDS_DESK } from './desk-texts.ts'
import type { StandardsDesk } from './desk.ts'

interface ListData {
  shown: Paged<BasisListed>
  bodies: SectorBody[]
  mayDraft: boolean
  redos: number
}

/** The documents of a body, or of all bodies for the authorised one: what waits first. */
export function listPageFor({ desk, access, base }: StandardsDesk) {
  return page<ListData>({
    path: base, action: 'basis.list', desk, access,
    async load(ctx, request) {
      const { rows, ...found } = await listBasisDesk(ctx)
      const sent = desk === 'ministry' ? rows.filter((each) => each.textHeld && each.state !== 'draft' && each.state !== 'returned') : rows
      return { ...found, shown: paged(sent, request), redos: (await listRedos(ctx)).redos.length }
    },
    title: (_data, lang) => STANDARDS_DESK[lang].title,
    view: ({ data, lang }) => {
      const t = STANDARDS_DESK[lang]
      const p = STANDARDS[lang]
      const bodyName = (code: string) => nameIn(data.bodies.find((each) => each.code === code)?.name ?? {}, lang).text || code
      return (
        <div class="t-stack">
          <h1>{t.title}</h1>
          <p>{desk === 'ministry' ? t.leadMinistry : t.lead}</p>
          {data.redos > 0 && <NoticeBox tone="sun"><p><a href={`/${lang}${base}/redo`}>{fill(t.redosCount, { count: data.redos })}</a></p></NoticeBox>}
          {desk === 'ministry' && <p><a href={`/${lang}/ministry/standards/classifications`}>{t.classifications}</a></p>}
          {data.mayDraft && <ButtonRow><Button href={`/${lang}${base}/new`} icon="plus">{t.new}</Button></ButtonRow>}
          <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="layers" />}
            columns={[{ title: p.name }, { title: p.kind }, { title: p.version, numeric: true }, { title: p.state }, { title: p.from, noWrap: true }, ...(desk === 'ministry' ? [{ title: p.body }] : [])]}
            rows={data.shown.rows.map((each) => ({
              key: each.id,
              cells: [
                <><a href={`/${lang}${base}/${each.id}`}><BasisTitle title={each.title} lang={lang} /></a> <span class="t-num t-quiet t-small t-nowrap">{each.code}</span></>, p.kinds[each.kind], each.versionNo,
                <StateOfBasis version={each} lang={lang} />, each.validFrom ? formatDay(each.validFrom, lang) : '—', ...(desk === 'ministry' ? [bodyName(each.bodyCode)] : []),
              ],
            }))} />
          <Pages of={data.shown} lang={lang} path={base} />
        </div>
      )
    },
  })
}
