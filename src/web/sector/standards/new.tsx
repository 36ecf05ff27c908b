import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { BASIS_KINDS, draftBasis, listBasisDesk } from '#modules/standards/index.ts'
import { STANDARDS } from '../../public/standards/standards-texts.ts'
import { Button, ErrorSummary, Form, Radios, TextField } from '../../ui/form.tsx'
import { STANDARDS_DESK } from './desk-texts.ts'
import { SECTOR } from './desk.ts'

/** Opens a new document of the officer's body. */
export const newBasisPage = page<null>({
  path: `${SECTOR.base}/new`, action: 'basis.draft', desk: 'sector', access: SECTOR.access,
  async load(ctx) {
    if (!(await listBasisDesk(ctx)).mayDraft) throw new Denial('not-found')
    return null
  },
  title: (_data, lang) => STANDARDS_DESK[lang].newTitle,
  layout: ({ lang }) => ({ back: { href: `/${lang}${SECTOR.base}`, text: STANDARDS_DESK[lang].title } }),
  async post(ctx, { form, lang }) {
    const t = STANDARDS_DESK[lang]
    const kind = BASIS_KINDS.find((each) => each === form.text('kind'))
    if (!kind) return { errors: [{ field: 'kind', message: t.kindMissing }] }
    const id = await draftBasis(ctx, { kind, title: { kk: form.text('titleKk').slice(0, 500), ru: form.text('titleRu').slice(0, 500) } })
    return { to: `/${lang}${SECTOR.base}/${id}`, flash: t.created }
  },
  view: ({ lang, form, csrf, requestKey }) => {
    const t = STANDARDS_DESK[lang]
    return (
      <div class="t-stack">
        <h1>{t.newTitle}</h1>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={requestKey}>
          <Radios form={form} name="kind" label={t.kind} options={BASIS_KINDS.map((kind) => ({ value: kind, label: STANDARDS[lang].kinds[kind] }))} />
          <TextField form={form} name="titleKk" label={t.titleKk} maxLength={500} />
          <TextField form={form} name="titleRu" label={t.titleRu} maxLength={500} />
          <Button icon="plus">{t.create}</Button>
        </Form>
      </div>
    )
  },
})
