import { inLanguage } from '#kernel/localized.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { listOwnApplications, openApplication } from '#modules/accreditation/index.ts'
import { casesText } from '../accreditor/cases/cases-text.ts'
import { DueOf } from '../accreditor/cases/parts.tsx'
import { decisionText } from '../accreditor/decision/decision-text.ts'
import { certificateText } from './certificate/certificate-text.ts'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Button, ErrorSummary, Form, SelectField } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'

/** The applications of the organisations that the reader represents, and the way to a new one. */
export const ownApplicationsPage = page<Awaited<ReturnType<typeof listOwnApplications>>>({
  path: '/applicant', action: 'accreditation.list-own', desk: 'applicant', access: ['applicant', 'centre-head'],
  load: (ctx) => listOwnApplications(ctx),
  title: (_data, lang) => casesText(lang).own.title,
  async post(ctx, { lang, form }) {
    const id = await openApplication(ctx, { organisationId: form.text('organisation'), regionKato: form.text('regionKato') })
    return { to: `/${lang}/applicant/cases/${id}`, flash: casesText(lang).own.opened }
  },
  view: (p) => {
    const { lang, data } = p
    const text = casesText(lang)
    const words = text.own
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          <Table inbox caption={words.title} captionHidden columns={[text.columns.number, text.columns.organisation, text.columns.lines, text.columns.step, text.columns.move, text.columns.due].map((title) => ({ title }))}
            empty={<Empty title={words.empty}>{words.lead}</Empty>}
            rows={data.cases.map((row) => ({
              key: row.id,
              cells: [<a class="t-num t-nowrap" href={`/${lang}/applicant/cases/${row.id}`}>{row.number ?? text.noNumber}</a>, <><b>{inLanguage(row.organisation, lang)}</b>{row.kind !== 'initial' && <> <Tag>{decisionText(lang).decisions.kinds[row.kind]}</Tag></>}</>, formatNumber(row.lines, lang), text.steps[row.step], text.movers[row.whoseMove], <DueOf row={row} lang={lang} />],
            }))} />
          {data.organisations.map((organisation) => (
            <Box key={organisation.id} title={organisation.holds ? inLanguage(organisation.name, lang) : `${words.open}: ${inLanguage(organisation.name, lang)}`}>
              {organisation.holds ? <p>{certificateText(lang).own.holds} <a href={`/${lang}/applicant/certificate`}>{certificateText(lang).own.title}</a></p> : !organisation.mayOpen ? <p class="t-quiet">{words.openAlready}</p> : data.regions.length === 0 ? <p class="t-quiet">{words.none}</p> : (
                <Form csrf={p.csrf} requestKey={p.requestKey} values={{ organisation: organisation.id }}>
                  <SelectField form={p.form} name="regionKato" label={words.region} options={data.regions.map((region) => ({ value: region.kato, label: inLanguage({ kk: region.nameKk, ru: region.nameRu, en: region.nameEn }, lang) }))} />
                  <Button iconAfter="arrow-right">{words.start}</Button>
                </Form>
              )}
            </Box>
          ))}
        </div>
      </>
    )
  },
})
