import { inLanguage, type Language } from '#kernel/localized.ts'
import { parseUuid } from '#kernel/id.ts'
import { formatDay, formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { page, type FormBody } from '#platform/http/page.ts'
import { decideRunningCases, listLosses, readLoss, type ChosenFate, type LossRef, type LossShown, type LossView, type WaitingCase } from '#modules/continuations/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import { atFields } from '../appeals/field-errors.ts'
import { namesOfProfessions, type Names } from '../centre/settings/desk-facts.ts'
import { Pages, paged, type Paged } from '../paged.tsx'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, CheckboxSingle, ErrorSummary, Form, TextArea } from '../ui/form.tsx'
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
export const waitingCasesPage = page<{ shown: Paged<LossShown>; cases: number; names: Names }>({
  path: '/ministry', action: 'continuation.list', desk: 'ministry', access: ROLES,
  async load(ctx, request) {
    const { losses, cases } = await listLosses(ctx)
    const shown = paged(losses, request)
    return { shown, cases, names: await namesOfProfessions(ctx, shown.rows.flatMap((loss) => loss.professionCodes)) }
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
          rows={data.shown.rows.map((loss) => ({
            key: pathOf(loss),
            cells: [
              <a href={`/${lang}${pathOf(loss)}`}>{nameOfLoss(loss, lang)}</a>, centresOf(loss, lang), professionsOf(loss, data.names, lang), formatNumber(loss.cases, lang), formatDay(loss.oldestOn, lang, 'numeric'),
            ],
          }))} />
        <Pages of={data.shown} lang={lang} path="/ministry" />
      </>
    )
  },
})

const fateLine = ({ number, version, proposed }: WaitingCase) => [number, version, proposed!.fate, proposed!.toCentreId ?? ''].join(' ')
/** The cases on the other pages that the person took as proposed, just as he was offered them. */
function restOf(form: FormBody): ChosenFate[] {
  if (form.text('decide-rest') !== 'yes') return []
  return form.text('rest').split(';').filter((line) => line !== '').map((line) => {
    const [number = '', version, fate = '', toCentreId = ''] = line.split(' ')
    return { number, version: Number(version), fate, toCentreId }
  })
}

interface EventData {
  view: LossView
  path: string
  shown: Paged<WaitingCase>
  decisions: Paged<LossView['decisions'][number]>
  kept: Record<string, string | undefined>
  names: Names
}

/** All waiting cases of one event: a fate for each, one ground, one press; cases on other pages can be taken as proposed with it. */
export const waitingEventPage = page<EventData>({
  path: '/ministry/waiting/:certificate/:event', action: 'continuation.list', desk: 'ministry', access: ROLES,
  async load(ctx, { params, query }) {
    const view = await readLoss(ctx, refOf(params))
    const kept = { page: query.get('page') ?? undefined, decisions: query.get('decisions') ?? undefined }
    return { view, path: pathOf(refOf(params)), kept, shown: paged(view.cases, { query }), decisions: paged(view.decisions, { query }, { name: 'decisions', size: 10 }), names: await namesOfProfessions(ctx, view.loss?.professionCodes ?? []) }
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
      const { cases } = await decideRunningCases(ctx, { ...ref, ground: form.text('ground'), fates: [...fates, ...restOf(form)] })
      return { to: `/${lang}${pathOf(ref)}`, flash: plural(lang, waitingText(lang).done, cases) }
    }, {})
  },
  view: (p) => {
    const { lang, data: { view, path, shown, decisions, kept, names } } = p
    const words = waitingText(lang)
    const { loss, cases } = view
    const others = cases.filter((each) => !shown.rows.includes(each))
    const proposed = others.filter((each) => each.proposed !== undefined)
    const turn = <Pages of={shown} lang={lang} path={path} kept={kept} label={words.title} />
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
              <WaitingCases cases={shown.rows} lang={lang} form={p.form} decides />
              {turn}
              {proposed.length > 0 && (
                <>
                  <input type="hidden" name="rest" value={proposed.map(fateLine).join(';')} />
                  <CheckboxSingle form={p.form} name="decide-rest" label={plural(lang, words.rest, proposed.length)} {...(others.length > proposed.length ? { hint: plural(lang, words.restWithout, others.length - proposed.length) } : {})} />
                </>
              )}
              <TextArea form={p.form} name="ground" label={words.groundLabel} hint={words.groundHint} rows={3} />
              <div><p class="t-small t-quiet">{words.decideHint}</p><Button icon="stamp">{proposed.length > 0 ? words.decideShown : plural(lang, words.decide, shown.rows.length)}</Button></div>
            </Form>
          ) : <><NoticeBox>{words.onlyMinistry}</NoticeBox><WaitingCases cases={shown.rows} lang={lang} form={p.form} decides={false} />{turn}</>}
          {decisions.total > 0 && (
            <Box title={words.history} id="decisions">
              {decisions.rows.map((each) => <div key={each.id}><p>{fill(plural(lang, words.decidedLine, each.cases), { at: formatMoment(each.decidedAt, lang), name: each.name })}<br /><span class="t-quiet">{each.ground}</span></p>
                <Details summary={words.whatWasDecided}>
                  <Table caption={words.whatWasDecided} captionHidden columns={[{ title: words.caseColumn }, { title: words.fate }]}
                    rows={each.fates.map((one) => ({ key: one.number, cells: [<a class="t-num t-nowrap" href={`/${lang}/centre/cases/${one.number}`}>{one.number}</a>, one.to ? fill(words.movedTo, { centre: inLanguage(one.to.name, lang) }) : words.decided[one.fate]] }))} />
                </Details>
              </div>)}
              <Pages of={decisions} lang={lang} path={path} kept={kept} label={words.history} at="decisions" />
            </Box>
          )}
        </div>
      </>
    )
  },
})
