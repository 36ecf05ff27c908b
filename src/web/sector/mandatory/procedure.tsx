import { parseDay } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { PROCEDURE_FORMS, publishProcedure, readProcedureDesk, type ProcedureDesk } from '#modules/mandatory-outcomes/index.ts'
import { readDay } from '../../account/read-day.ts'
import { Edition } from '../../public/mandatory-procedure.tsx'
import { PROFESSIONS } from '../../public/professions-texts.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, ErrorSummary, Form, Radios, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { sectorText } from '../sector-text.ts'
import { partsOf, versionIn } from './parts.tsx'

/** How a mandatory profession of the body is recognised: the edition in force, a new one, and all before. */
export const procedurePage = page<ProcedureDesk>({
  path: '/sector/procedures/:code', action: 'procedure.publish', desk: 'sector', access: ['sector-officer'],
  load: (ctx, { params }) => readProcedureDesk(ctx, (params['code'] ?? '').slice(0, 40)),
  title: ({ profession }, lang) => fill(sectorText(lang).procedure.title, { name: inLanguage(profession.name, lang) }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector`, text: sectorText(lang).home.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = sectorText(lang).procedure
    const { profession, editions, inForce, today } = data
    const last = editions[0]
    const no = (last?.editionNo ?? 0) + 1
    // The first edition begins with what the register says.
    const before = last ?? { actKk: profession.act.kk ?? '', actRu: profession.act.ru ?? '', form: profession.form ?? '', placeKk: '', placeRu: '', link: '', termsKk: '', termsRu: '', contact: '' }
    const area = (name: 'act' | 'place' | 'terms', hint?: string) => (['Kk', 'Ru'] as const).map((suffix) => (
      <TextArea key={name + suffix} form={form} name={`${name}${suffix}`} label={fill(suffix === 'Kk' ? t.kk : t.ru, { field: t[name] })} hint={hint} value={before[`${name}${suffix}`]} rows={3} maxLength={2000} />
    ))
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{fill(t.title, { name: inLanguage(profession.name, lang) })}</h1>
        <p>{t.lead} <a href={`/${lang}/professions/${profession.code}`}>{t.publicPage}</a></p>
        {inForce ? <Box title={fill(t.inForce, { no: inForce.editionNo })}><Edition edition={inForce} profession={profession} lang={lang} /></Box> : <NoticeBox title={t.none}>{t.noneText}</NoticeBox>}
        <section>
          <h2>{fill(t.newTitle, { no })}</h2>
          <Form csrf={csrf} requestKey={requestKey} version={no - 1}>
            {area('act')}
            <Radios form={form} name="form" label={t.form} value={before.form} options={PROCEDURE_FORMS.map((each) => ({ value: each, label: PROFESSIONS[lang].forms[each] }))} />
            {area('place', t.placeHint)}
            <TextField form={form} name="link" label={t.link} hint={t.linkHint} value={before.link} type="url" maxLength={500} optional />
            {area('terms', t.termsHint)}
            <TextArea form={form} name="contact" label={t.contact} hint={t.contactHint} value={before.contact} rows={2} maxLength={2000} />
            <DateFields form={form} name="validFrom" label={t.validFrom} value={partsOf(last && last.validFrom > today ? last.validFrom : today)} />
            <Button icon="send">{t.publish}</Button>
          </Form>
        </section>
        {editions.length > 0 && (
          <Table caption={t.history} rowHeaders columns={[{ title: t.no, numeric: true }, { title: t.from }, { title: t.by }, { title: t.at }]}
            rows={editions.map((each) => ({ key: each.id, cells: [each.editionNo, formatDay(each.validFrom, lang), each.by ?? '—', formatMoment(each.publishedAt, lang)] }))} />
        )}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const code = (params['code'] ?? '').slice(0, 40)
    const { editionNo } = await publishProcedure(ctx, {
      professionCode: code, edition: versionIn(form),
      typed: {
        actKk: form.text('actKk'), actRu: form.text('actRu'), form: form.text('form'), placeKk: form.text('placeKk'), placeRu: form.text('placeRu'), link: form.text('link'), termsKk: form.text('termsKk'),
        termsRu: form.text('termsRu'), contact: form.text('contact'), validFrom: parseDay(readDay(form, 'validFrom')),
      },
    })
    return { to: `/${lang}/sector/procedures/${code}`, flash: fill(sectorText(lang).procedure.done, { no: editionNo }) }
  },
})
