import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { enterPaperApplication, listCases, PAPER_LANGUAGES } from '#modules/accreditation/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { typedDate } from '../../centre/stage-one/typed-date.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, ErrorSummary, FileField, Form, Radios, SelectField, TextField } from '../../ui/form.tsx'
import { casesText } from './cases-text.ts'

const FIELDS = {
  'accreditation.received-wrong': 'receivedOn', 'accreditation.received-in-future': 'receivedOn', 'accreditation.scan-missing': 'scan', 'organisation.bin-wrong': 'bin', 'organisation.name-missing': 'nameKk',
}

/** The chamber enters an application that came on paper. */
export const paperApplicationPage = page<{ chambers: Awaited<ReturnType<typeof listCases>>['chambers'] }>({
  path: '/accreditor/cases/paper', action: 'accreditation.enter-paper', desk: 'accreditor', access: ['chamber-officer'], files: true,
  load: async (ctx) => ({ chambers: (await listCases(ctx, 1, 1)).chambers }),
  title: (_data, lang) => casesText(lang).paper.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/accreditor/cases`, text: casesText(lang).list.title } }),
  async post(ctx, { lang, form }) {
    const scan = form.file('scan')
    return atFields(lang, async () => {
      const id = await enterPaperApplication(ctx, {
        chamberId: form.text('chamber'), bin: form.text('bin'), nameKk: form.text('nameKk'), nameRu: form.text('nameRu'), receivedOn: typedDate(form, 'receivedOn'), language: form.text('language'), kind: form.text('kind'),
        scan: scan ? { name: scan.name, bytes: scan.bytes } : undefined,
      })
      return { to: `/${lang}/accreditor/cases/${id}`, flash: casesText(lang).paper.entered }
    }, FIELDS)
  },
  view: (p) => {
    const { lang, data: { chambers } } = p
    const text = casesText(lang)
    const words = text.paper
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <ErrorSummary form={p.form} />
        <Box title={words.form}>
          <Form csrf={p.csrf} requestKey={p.requestKey} files>
            <SelectField form={p.form} name="chamber" label={words.chamber} empty={false} options={chambers.map((each) => ({ value: each.organisationId, label: inLanguage({ kk: each.region?.nameKk, ru: each.region?.nameRu, en: each.region?.nameEn }, lang) }))} />
            <Radios form={p.form} name="kind" label={words.kind} value="initial" options={(['initial', 'extension', 'renewal'] as const).map((value) => ({ value, label: words.kinds[value] }))} />
            <TextField form={p.form} name="bin" label={words.bin} width="12" figures inputMode="numeric" hint={words.nameHint} />
            <TextField form={p.form} name="nameKk" label={words.nameKk} />
            <TextField form={p.form} name="nameRu" label={words.nameRu} />
            <DateFields form={p.form} name="receivedOn" label={words.receivedOn} />
            <Radios inline form={p.form} name="language" label={words.language} value="kk" options={PAPER_LANGUAGES.map((each) => ({ value: each, label: text.languages[each] }))} />
            <FileField form={p.form} name="scan" label={words.scan} accept="application/pdf,image/jpeg,image/png" />
            <Button icon="check">{words.enter}</Button>
          </Form>
        </Box>
      </>
    )
  },
})
