import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { page, type Desk } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { assignCareerCentre, readCareerCentres, type CareerCentreShown } from '#modules/vouchers/index.ts'
import { readDay } from '../account/read-day.ts'
import { Box } from '../ui/card.tsx'
import { DateFields } from '../ui/date-fields.tsx'
import { Empty } from '../ui/empty.tsx'
import { Button, ErrorSummary, Form, SelectField, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { voucherText } from './voucher-text.ts'

type Centres = Awaited<ReturnType<typeof readCareerCentres>>

/** Which region's unemployed each career centre serves, from which day and by which ground, and who said so; the same page for the ministry and the administrator. */
export const careerCentresPageFor = (at: { desk: Desk; path: string; access: readonly Role[] }) => page<Centres>({
  path: at.path, action: 'career-centre.read', desk: at.desk, access: at.access,
  load: (ctx) => readCareerCentres(ctx),
  title: (_data, lang) => voucherText(lang).regions.title,
  async post(ctx, { lang, form }) {
    await assignCareerCentre(ctx, { organisationId: form.text('organisation'), regionKato: form.text('region') === '-' ? '' : form.text('region'), fromDay: readDay(form, 'from'), ground: form.text('ground') })
    return { to: `/${lang}${at.path}`, flash: voucherText(lang).regions.done }
  },
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = voucherText(lang).regions
    const nameOf = regionNames(data, lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        {data.centres.length > 0 && data.unserved.length > 0 && <NoticeBox tone="sun">{fill(t.unserved, { names: data.unserved.map((region) => nameOf(region.kato)).join(', ') })}</NoticeBox>}
        <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="buildings">{t.emptyText}</Empty>}
          columns={[{ title: t.centre }, { title: t.region }, { title: t.history }]}
          rows={data.centres.map((each) => ({ key: each.organisationId, cells: [inLanguage(each.name, lang), each.regionNow ? nameOf(each.regionNow) : t.none, <History of={each} today={data.today} lang={lang} nameOf={nameOf} />] }))} />
        {data.mayAssign && data.centres.length > 0 && (
          <Box title={t.newTitle}>
            <Form csrf={csrf} requestKey={requestKey}>
              <SelectField form={form} name="organisation" label={t.centre} options={data.centres.map((each) => ({ value: each.organisationId, label: inLanguage(each.name, lang) }))} />
              <SelectField form={form} name="region" label={t.choose} options={[...data.regions.map((region) => ({ value: region.kato, label: nameOf(region.kato) })), { value: '-', label: t.noRegion }]} />
              <DateFields form={form} name="from" label={t.day} value={partsOf(data.today)} />
              <TextField form={form} name="ground" label={t.ground} hint={t.groundHint} maxLength={500} />
              <Button icon="check">{t.submit}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})

const partsOf = (day: string) => ({ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) })
const regionNames = (data: Centres, lang: Language) => (kato: string) => {
  const region = data.regions.find((each) => each.kato === kato)
  return region ? inLanguage({ kk: region.nameKk, ru: region.nameRu, en: region.nameEn }, lang) : kato
}

function History({ of, today, lang, nameOf }: { readonly of: CareerCentreShown; readonly today: string; readonly lang: Language; readonly nameOf: (kato: string) => string }) {
  const t = voucherText(lang).regions
  if (of.history.length === 0) return <>—</>
  const ground = (text: string) => (text === 'demonstration' ? t.demo : text === 'entered before the history of regions was kept' ? t.early : text)
  return (
    <ul class="t-dots">
      {of.history.map((row) => (
        <li key={row.id}>
          {fill(t.from, { date: formatDay(row.fromDay, lang, 'numeric') })}: {row.regionKato ? nameOf(row.regionKato) : t.none}{row.fromDay > today && ` (${t.ahead})`}
          <br /><span class="t-quiet t-small">{ground(row.ground)}{row.by && `; ${fill(t.by, { name: row.by })}`}</span>
        </li>
      ))}
    </ul>
  )
}
