import { Denial } from '#kernel/denial.ts'
import { page } from '#platform/http/page.ts'
import { openBasis, requirementsOf, saveBasisHead, saveRequirements, type BasisOpened } from '#modules/standards/index.ts'
import { dayField, isDayEmpty, revisionOf } from '../../centre/settings/desk-facts.ts'
import { titleText } from '../../public/standards/basis-parts.tsx'
import { STANDARDS } from '../../public/standards/standards-texts.ts'
import { Button, DateFields, ErrorSummary, Form, TextArea, TextField } from '../../ui/form.tsx'
import { STANDARDS_DESK } from './desk-texts.ts'
import { SECTOR } from './desk.ts'

/** The particulars of a draft, and of requirements their text. */
export const editBasisPage = page<BasisOpened>({
  path: `${SECTOR.base}/:id/edit`, action: 'basis.write', desk: 'sector', access: SECTOR.access,
  async load(ctx, { params }) {
    const opened = await openBasis(ctx, params['id'] ?? '')
    if (!opened.may.write) throw new Denial('not-found')
    return opened
  },
  title: (_data, lang) => STANDARDS_DESK[lang].editTitle,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}${SECTOR.base}/${data.version.id}`, text: titleText(data.version.title, lang) } }),
  async post(ctx, { form, params, lang }) {
    const t = STANDARDS_DESK[lang]
    const versionId = params['id'] ?? ''
    const seen = { versionId, revision: revisionOf(form) }
    const text = (name: string) => form.text(name).slice(0, 20_000)
    if (form.text('do') === 'text') {
      await saveRequirements(ctx, { ...seen, text: { kk: text('textKk'), ru: text('textRu') }, professions: text('professions') })
      return { to: `/${lang}${SECTOR.base}/${versionId}`, flash: t.saved }
    }
    const validFrom = isDayEmpty(form, 'validFrom') ? null : dayField(form, 'validFrom')
    if (validFrom === undefined) return { errors: [{ field: 'validFrom', message: t.dayWrong }] }
    await saveBasisHead(ctx, {
      ...seen, head: { title: { kk: text('titleKk'), ru: text('titleRu'), en: text('titleEn') }, act: { kk: text('actKk'), ru: text('actRu') }, edition: text('edition'), page: text('page'), validFrom },
    })
    return { to: `/${lang}${SECTOR.base}/${versionId}`, flash: t.saved }
  },
  view: ({ data: { version }, lang, form, csrf, requestKey }) => {
    const t = STANDARDS_DESK[lang]
    const requirements = requirementsOf(version)
    const [year, month, date] = version.validFrom?.split('-') ?? []
    return (
      <div class="t-stack">
        <h1>{t.editTitle}</h1>
        <ErrorSummary form={form} />
        <Form csrf={csrf} requestKey={`${requestKey}-head`} version={version.revision}>
          <TextField form={form} name="titleKk" label={t.titleKk} value={version.title.kk} maxLength={500} />
          <TextField form={form} name="titleRu" label={t.titleRu} value={version.title.ru} maxLength={500} />
          <TextField form={form} name="titleEn" label={t.titleEn} value={version.title.en} maxLength={500} optional />
          <TextField form={form} name="actKk" label={t.actKk} value={version.act.kk} maxLength={500} />
          <TextField form={form} name="actRu" label={t.actRu} value={version.act.ru} maxLength={500} />
          <TextField form={form} name="edition" label={t.edition} value={version.edition} width="20" maxLength={100} optional />
          <TextField form={form} name="page" label={t.page} hint={t.pageHint} type="url" value={version.page} maxLength={500} optional />
          <DateFields form={form} name="validFrom" label={t.validFrom} value={year && month && date ? { day: String(Number(date)), month: String(Number(month)), year } : undefined} />
          <Button name="do" value="head" icon="save">{t.save}</Button>
        </Form>
        {requirements && (
          <section class="t-block"><h2>{STANDARDS[lang].requirementsText}</h2>
            <Form csrf={csrf} requestKey={`${requestKey}-text`} version={version.revision}>
              <TextArea form={form} name="textKk" label={t.textKk} value={requirements.text.kk} rows={10} maxLength={20_000} />
              <TextArea form={form} name="textRu" label={t.textRu} value={requirements.text.ru} rows={10} maxLength={20_000} />
              <TextField form={form} name="professions" label={t.professions} hint={t.professionsHint} value={requirements.professions.map((each) => `${each.professionCode}:${each.level}`).join('; ')} />
              <Button name="do" value="text" icon="save">{t.save}</Button>
            </Form>
          </section>
        )}
      </div>
    )
  },
})
