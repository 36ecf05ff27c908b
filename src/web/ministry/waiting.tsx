import { inLanguage, type Language } from '#kernel/localized.ts'
import { parseUuid } from '#kernel/id.ts'
import { formatDay, formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { decideRunningCases, listLosses, readLoss, type LossRef, type LossShown, type LossView } from '#modules/continuations/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import { atFields } from '../appeals/field-errors.ts'
import { namesOfProfessions, type Names } from '../centre/settings/desk-facts.ts'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, ErrorSummary, Form, TextArea } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Details } from '../ui/why.tsx'
import { WaitingCases } from './waiting-cases.tsx'
import { waitingText } from './waiting-text.ts'

const ROLES = ['ministry', 'national-body'] as const
const NO_EVENT = 'own'
const NO_CERTIFICATE = 'none'

const pathOf = (loss: LossRef) => `/ministry/waiting/${loss.certificateId ?? NO_CERTIFICATE}/${loss.eventId ?? NO_EVENT}`
function refOf(params: Record<string, string>): LossRef {
  return { certificateId: parseUuid(params['certificate'] ?? '') ?? null, eventId: parseUuid(params['event'] ?? '') ?? null }
}
const nameOfLoss = (loss: LossShown, lang: Language) => (loss.event ? waitingText(lang).kinds[loss.event.kind] : waitingText(lang).states[loss.state])
const centresOf = (loss: LossShown, lang: Language) => loss.centres.map((each) => inLanguage(each.name, lang)).join(', ')
const professionsOf = (loss: LossShown, names: Names, lang: Language) => loss.professionCodes.map((code) => inLanguage(names.get(code) ?? {}, lang) || code).join(', ')

/** The events by which centres lost their scope, with how many cases wait, the oldest first. */
export const waitingCasesPage = page<{ losses: LossShown[]; cases: number; names: Names }>({
  path: '/ministry', action: 'continuation.list', desk: 'ministry', access: ROLES,
  async load(ctx) {
    const found = await listLosses(ctx)
    return { ...found, names: await namesOfProfessions(ctx, found.losses.flatMap((loss) => loss.professionCodes)) }
  },
  title: (_data, lang) => waitingText(lang).title,
  layout: ({ data }) => ({ counts: data.cases > 0 ? { '/ministry': data.cases } : {} }),
  view: ({ lang, data }) => {
    const words = waitingText(lang)
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <Table inbox caption={words.title} captionHidden columns={[{ title: words.event }, { title: words.centre }, { title: words.professions }, { title: words.cases, numeric: true }, { title: words.since }]} empty={<Empty title={words.empty} icon="landmark">{words.emptyText}</Empty>}
          rows={data.losses.map((loss) => ({
            key: pathOf(loss),
            cells: [
              <a href={`/${lang}${pathOf(loss)}`}>{nameOfLoss(loss, lang)}</a>, centresOf(loss, lang), professionsOf(loss, data.names, lang), formatNumber(loss.cases, lang), formatDay(loss.oldestOn, lang, 'numeric'),
            ],
          }))} />
      </>
    )
  },
})

/** All waiting cases of one event: a fate for each, one ground, one press. */
export const waitingEventPage = page<{ view: LossView; names: Names }>({
  path: '/ministry/waiting/:certificate/:event', action: 'continuation.list', desk: 'ministry', access: ROLES,
  async load(ctx, { params }) {
    const view = await readLoss(ctx, refOf(params))
    return { view, names: await namesOfProfessions(ctx, view.loss?.professionCodes ?? []) }
  },
  title: ({ view }, lang) => (view.loss ? nameOfLoss(view.loss, lang) : waitingText(lang).title),
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry`, text: waitingText(lang).title } }),
  async post(ctx, { lang, params, form }) {
    const ref = refOf(params)
    const fates = form.list('case').map((entry) => {
      const [number = '', version] = entry.split(' ')
      const [fate = '', toCentreId = ''] = form.text(`fate-${number}`).split(' ')
      return { number, version: Number(version), fate, toCentreId }
    })
    return atFields(lang, async () => {
      const { cases } = await decideRunningCases(ctx, { ...ref, ground: form.text('ground'), fates })
      return { to: `/${lang}${pathOf(ref)}`, flash: plural(lang, waitingText(lang).done, cases) }
    }, {})
  },
  view: (p) => {
    const { lang, data: { view, names } } = p
    const words = waitingText(lang)
    const { loss, cases } = view
    return (
      <>
        <div class="t-inhead"><div><h1>{loss ? nameOfLoss(loss, lang) : words.title}</h1>{loss && <p>{centresOf(loss, lang)}</p>}</div></div>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          {loss && <Box title={words.factsTitle}><Facts compact facts={[
            { term: words.certificate, value: <span class="t-num">{loss.certificateNumber ?? words.unknownCertificate}</span> }, ...(loss.professionCodes.length > 0 ? [{ term: words.professions, value: professionsOf(loss, names, lang) }] : []),
            ...(loss.event ? [
              { term: words.from, value: formatDay(loss.event.inForceFrom, lang) },
              { term: words.ground, value: certificateWords[lang].certificates.grounds[loss.event.ground] }, { term: words.note, value: loss.event.note },
            ] : []),
          ]} /></Box>}
          {cases.length === 0 ? <NoticeBox>{words.nothingLeft}</NoticeBox> : view.mayDecide ? (
            <Form csrf={p.csrf} requestKey={p.requestKey} class="t-stack">
              <p class="t-quiet">{words.rules}</p>
              <WaitingCases cases={cases} lang={lang} form={p.form} decides />
              <TextArea form={p.form} name="ground" label={words.groundLabel} hint={words.groundHint} rows={3} />
              <div><p class="t-small t-quiet">{words.decideHint}</p><Button icon="stamp">{plural(lang, words.decide, cases.length)}</Button></div>
            </Form>
          ) : <><NoticeBox>{words.onlyMinistry}</NoticeBox><WaitingCases cases={cases} lang={lang} form={p.form} decides={false} /></>}
          {view.decisions.length > 0 && (
            <Box title={words.history}>
              {view.decisions.map((each) => <div key={each.id}><p>{fill(plural(lang, words.decidedLine, each.cases), { at: formatMoment(each.decidedAt, lang), name: each.name })}<br /><span class="t-quiet">{each.ground}</span></p>
                <Details summary={words.whatWasDecided}>
                  <Table caption={words.whatWasDecided} captionHidden columns={[{ title: words.caseColumn }, { title: words.fate }]}
                    rows={each.fates.map((one) => ({ key: one.number, cells: [<a class="t-num t-nowrap" href={`/${lang}/centre/cases/${one.number}`}>{one.number}</a>, one.to ? fill(words.movedTo, { centre: inLanguage(one.to.name, lang) }) : words.decided[one.fate]] }))} />
                </Details>
              </div>)}
            </Box>
          )}
        </div>
      </>
    )
  },
})
