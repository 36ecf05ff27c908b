import { inLanguage } from '#kernel/localized.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { addItem, changeItem, openItem, OPTION_KEYS, reportFault, retireItem, searchItems, type Item, type ItemFault, type ItemWithKey, type ProgrammeItem, type ProgrammeVersion } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSearch, FilterSelect } from '../../ui/filters.tsx'
import { Button, ButtonRow, CheckboxSingle, ErrorSummary, Form, Radios, SelectField, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { readPage } from '../../page-number.ts'
import type { OfficeView } from '../office.ts'
import { FaultState, ReportFault } from './faults.tsx'
import { namesOfProfessions, qualificationLine, revisionOf, type Names } from './desk-facts.ts'
import { assertAtDesk, officeAt, type EditorDesk } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'
import { TextTrio, trioOf } from './text-trio.tsx'
import { askedOneOf } from '../../asked.ts'

const PAGE_SIZE = 20

interface ItemsData {
  version: ProgrammeVersion
  rows: Item[]
  total: number
  mayWrite: boolean
  topic: string
  q: string
  page: number
  names: Names
  office: OfficeView | undefined
}

/** The bank of items of a version, by topic and by words. */
export const programmeItemsPage = (desk: EditorDesk) => page<ItemsData>({
  path: `${desk.base}/:id/items`, action: 'programme.read-key', desk: desk.desk, access: desk.keyReaders,
  async load(ctx, request) {
    const topic = (request.query.get('topic') ?? '').slice(0, 40)
    const q = (request.query.get('q') ?? '').trim().slice(0, 100)
    const { list: found, page: number } = await readPage(request, PAGE_SIZE, (each) => searchItems(ctx, { versionId: request.params['id']!, topic, q, page: each, pageSize: PAGE_SIZE }), ({ total }) => total)
    assertAtDesk(desk, found.version)
    askedOneOf(request, 'topic', found.version.content.topics.map((each) => each.code))
    return { ...found, topic, q, page: number, names: await namesOfProfessions(ctx, [found.version.professionCode]), office: await officeAt(desk, ctx, found.version) }
  },
  title: (_data, lang) => settingsText(lang).programme.items,
  layout: ({ data, lang }) => ({ office: data.office?.line(lang), back: { href: `/${lang}${desk.base}/${data.version.id}`, text: qualificationLine(data.names, data.version, lang) } }),
  view: ({ lang, data }) => {
    const text = settingsText(lang)
    const words = text.items
    const here = `/${lang}${desk.base}/${data.version.id}/items`
    const { topics } = data.version.content
    const href = (number: number) => `${here}?${new URLSearchParams({ topic: data.topic, q: data.q, page: String(number) })}`
    return (
      <>
        <div class="t-inhead">
          <h1>{text.programme.items}</h1>
          <ButtonRow>
            {data.mayWrite && <Button href={`${here}/new`} icon="plus">{words.add}</Button>}
            <Button kind="secondary" href={`/${lang}${desk.base}/${data.version.id}/items.xlsx`} icon="download">{words.export}</Button>
          </ButtonRow>
        </div>
        {!data.mayWrite && <NoticeBox>{text.readOnly}</NoticeBox>}
        <Filters action={here} resetHref={data.topic || data.q ? here : undefined}>
          <FilterSelect name="topic" label={words.topic} value={data.topic} options={[{ value: '', label: words.all }, ...topics.map((topic) => ({ value: topic.code, label: `${topic.code}. ${inLanguage(topic.name, lang)}` }))]} />
          <FilterSearch name="q" label={words.search} value={data.q} />
        </Filters>
        <Table caption={text.programme.items} captionHidden empty={<Empty title={words.empty} icon="list-checks">{''}</Empty>}
          columns={[{ title: words.code, noWrap: true }, { title: words.question }, { title: words.topic }, { title: words.kind, noWrap: true }]}
          rows={data.rows.map((item) => ({ key: item.id, cells: [<a href={`${here}/${item.id}`}>{item.code}</a>, inLanguage(item.stem, lang), item.topic, words.kinds[item.kind]] }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.total / PAGE_SIZE))} hrefFor={href}
          rows={data.rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.rows.length, total: data.total } : undefined} />
      </>
    )
  },
})

interface ItemData {
  version: ProgrammeVersion
  item: ItemWithKey | undefined
  mayWrite: boolean
  fault: ItemFault | undefined
  mayReport: boolean
  office: OfficeView | undefined
}

/** One item with its options and its key; `new` writes another. */
export const programmeItemPage = (desk: EditorDesk) => page<ItemData>({
  path: `${desk.base}/:id/items/:item`, action: 'programme.read-key', desk: desk.desk, access: desk.keyReaders,
  async load(ctx, request) {
    const found = await openItem(ctx, request.params['id']!, request.params['item'] === 'new' ? undefined : request.params['item'])
    assertAtDesk(desk, found.version)
    return { ...found, office: await officeAt(desk, ctx, found.version) }
  },
  title: ({ item }, lang) => item?.code ?? settingsText(lang).items.newTitle,
  layout: ({ data, lang }) => ({ office: data.office?.line(lang), back: { href: `/${lang}${desk.base}/${data.version.id}/items`, text: settingsText(lang).programme.items } }),
  async post(ctx, { form, lang, params }) {
    const words = settingsText(lang).items
    const back = `/${lang}${desk.base}/${params['id']}/items`
    const seen = { versionId: params['id']!, revision: revisionOf(form) }
    if (form.text('do') === 'retire') {
      await retireItem(ctx, { ...seen, itemId: params['item']! })
      return { to: back, flash: words.retired }
    }
    if (form.text('do') === 'report-fault') {
      await reportFault(ctx, { versionId: seen.versionId, itemId: params['item']!, ground: form.text('ground'), note: form.text('note') })
      return { to: `/${lang}${desk.base}/${params['id']}`, flash: settingsText(lang).faults.reported }
    }
    const kind = form.text('kind')
    const errors: FieldError[] = []
    if (kind !== 'single' && kind !== 'multiple') errors.push({ field: 'kind', message: words.chooseKind })
    if (form.text('topic') === '') errors.push({ field: 'topic', message: words.chooseTopic })
    if (errors.length > 0) return { errors }
    const options = OPTION_KEYS.map((key) => ({ key, text: trioOf(form, `option-${key}`) })).filter((option) => option.text.kk !== '' || option.text.ru !== '')
    const item: ProgrammeItem = {
      code: form.text('code'), topic: form.text('topic'), kind: kind as 'single', stem: trioOf(form, 'stem'), options, correct: OPTION_KEYS.filter((key) => form.text(`correct-${key}`) === 'yes'),
    }
    if (params['item'] === 'new') await addItem(ctx, { ...seen, item })
    else await changeItem(ctx, { ...seen, itemId: params['item']!, item })
    return { to: back, flash: params['item'] === 'new' ? words.added : settingsText(lang).saved }
  },
  view: ({ lang, data: { version, item, mayWrite, fault, mayReport }, form, csrf, requestKey }) => {
    const text = settingsText(lang)
    const words = text.items
    const shownKeys = mayWrite ? OPTION_KEYS : OPTION_KEYS.filter((key) => item?.options.some((option) => option.key === key))
    return (
      <div class="t-stack">
        <h1>{item?.code ?? words.newTitle} {fault && <FaultState fault={fault} lang={lang} />}</h1>
        <ErrorSummary form={form} />
        {!mayWrite && <NoticeBox>{text.readOnly}</NoticeBox>}
        <Form csrf={csrf} requestKey={requestKey} version={version.revision}>
          <TextField form={form} name="code" label={words.code} width="12" value={item?.code ?? ''} />
          <SelectField form={form} name="topic" label={words.topic} value={item?.topic ?? ''} options={version.content.topics.map((topic) => ({ value: topic.code, label: `${topic.code}. ${inLanguage(topic.name, lang)}` }))} />
          <Radios form={form} name="kind" label={words.kind} inline value={item?.kind ?? 'single'} options={[{ value: 'single', label: words.kinds.single }, { value: 'multiple', label: words.kinds.multiple }]} />
          <TextTrio lang={lang} form={form} name="stem" label={words.stem} value={item?.stem} rows={3} english={false} />
          <h2>{words.options}</h2>
          <p>{words.optionsHint} {words.correctHint}</p>
          <div class="t-stack">
            {shownKeys.map((key) => (
              <Box key={key} title={fill(words.option, { key })}>
                <TextTrio lang={lang} form={form} name={`option-${key}`} label={fill(words.option, { key })} value={item?.options.find((option) => option.key === key)?.text} english={false} />
                <CheckboxSingle form={form} name={`correct-${key}`} label={words.correct} checked={item?.correct.includes(key)} />
              </Box>
            ))}
            {mayWrite && (
              <ButtonRow>
                <Button icon="save">{text.save}</Button>
                {item && <Button kind="warning" name="do" value="retire">{words.retire}</Button>}
              </ButtonRow>
            )}
          </div>
        </Form>
        {mayReport && <ReportFault lang={lang} form={form} hidden={{ csrf, requestKey }} />}
      </div>
    )
  },
})
