import { addDays, legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { MARKS } from '#kernel/mark.ts'
import type { Language } from '#kernel/localized.ts'
import type { Norm } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { choicesOf, decideNorm, isEditable, mayBeUnset, proposeNorm, readNormsDesk, type NormsDesk } from '#modules/norms/index.ts'
import { messages } from '#modules/norms/messages/index.ts'
import { dayField } from '../../centre/settings/desk-facts.ts'
import { BuiltInMark } from '../../public/built-in-mark.tsx'
import { isOwnRow, NORM_GROUPS, normGroup, normName, NORMS, normValue } from '../../public/norm-words.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, DateFields, ErrorSummary, Form, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import { choiceOptions, wordsHint } from './choices.ts'
import { TrialBox, trialOf, type Trial } from './trial.tsx'

const ROLES = ['ministry', 'national-body', 'auditor'] as const

/** The desk of the norms: what is proposed, every norm with a way to change it, every edition. */
export const normsDeskPage = page<NormsDesk>({
  path: '/ministry/norms', action: 'norms.read', desk: 'ministry', access: ROLES,
  load: readNormsDesk,
  title: (_data, lang) => messages[lang].page.title,
  async post(ctx, { lang, form }) {
    const approve = form.text('do') === 'approve'
    await decideNorm(ctx, { id: form.text('id'), approve })
    return { to: `/${lang}/ministry/norms`, flash: approve ? messages[lang].page.approvedFlash : messages[lang].page.rejectedFlash }
  },
  view: (p) => {
    const { lang, data } = p
    const words = messages[lang].page
    const rows = data.newest.norms.filter(isOwnRow)
    const open = data.proposals.filter((proposal) => proposal.decidedBy === null)
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p>{words.lead}</p>
        <p>{NORMS[lang].builtInWhy}</p>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          <Box title={words.proposals} aside={String(open.length)}>
            {open.length === 0 ? <p class="t-quiet">{words.none}</p> : open.map((proposal) => <OpenProposal key={proposal.id} proposal={proposal} p={p} />)}
          </Box>
          {NORM_GROUPS.map((group) => (
            <Box key={group} title={NORMS[lang].groups[group]} flush>
              <Table caption={NORMS[lang].groups[group]} captionHidden rowHeaders columns={[{ title: words.norm }, { title: words.value }, { title: words.mark }, { title: '' }]}
                rows={rows.filter((norm) => normGroup(norm.key) === group).map((norm) => ({
                  key: norm.key,
                  cells: [normName(norm.key, lang), <>{normValue(norm, lang)}<BuiltInMark norm={norm} lang={lang} /></>, NORMS[lang].marks[norm.mark], data.mayPropose && isEditable(norm) ? <a href={`/${lang}/ministry/norms/${norm.key}`}>{words.change}<span class="t-vh"> {normName(norm.key, lang)}</span></a> : null],
                }))} />
            </Box>
          ))}
          <Details summary={words.history}>
            <Table caption={words.history} captionHidden rowHeaders columns={[{ title: words.edition }, { title: words.from }, { title: words.ground }]}
              rows={data.editions.map((edition) => ({ key: edition.edition, cells: [edition.edition, formatDay(edition.validFrom, lang), edition.ground] }))} />
          </Details>
          <Details summary={words.proposals}>
            <Table caption={words.proposals} captionHidden columns={[{ title: words.norm }, { title: words.value }, { title: words.from }, { title: words.ground }, { title: '' }]}
              rows={data.proposals.filter((proposal) => proposal.decidedBy !== null).map((proposal) => ({
                key: proposal.id,
                cells: [normName(proposal.key, lang), valueWords(data, proposal, lang), formatDay(proposal.validFrom, lang), proposal.ground, <>{proposal.approved ? <Tag tone="green">{words.approved}</Tag> : <Tag tone="red">{words.rejected}</Tag>} {fill(words.decidedBy, { name: proposal.decidedByName ?? '', at: formatMoment(proposal.decidedAt!, lang) })}</>],
              }))} />
          </Details>
        </div>
      </>
    )
  },
})

type Row = NormsDesk['proposals'][number]

function valueWords(data: NormsDesk, proposal: Row, lang: Language): string {
  const norm = data.newest.norms.find((each) => each.key === proposal.key)
  return norm ? normValue({ ...norm, value: proposal.value }, lang) : String(proposal.value)
}

function OpenProposal({ proposal, p }: { proposal: Row; p: { lang: Language; data: NormsDesk; csrf: string; requestKey: string } }) {
  const { lang, data } = p
  const words = messages[lang].page
  const norm = data.newest.norms.find((each) => each.key === proposal.key)
  return (
    <section>
      <h3>{normName(proposal.key, lang)}</h3>
      <Facts compact facts={[
        { term: fill(words.before, { value: norm ? normValue(norm, lang) : '—' }), value: <b>{fill(words.after, { value: valueWords(data, proposal, lang) })}</b> },
        { term: words.from, value: formatDay(proposal.validFrom, lang) }, { term: words.ground, value: proposal.ground, note: lang === 'kk' ? proposal.sourceKk : proposal.sourceRu },
      ]} />
      {data.mayPropose && <p><a href={`/${lang}/ministry/norms/${proposal.key}?${new URLSearchParams({ value: proposal.value === null ? '' : String(proposal.value), from: proposal.validFrom })}`}>{words.tryLink}</a></p>}
      <p class="t-small t-quiet">{fill(words.proposedBy, { name: proposal.proposedByName, at: formatMoment(proposal.proposedAt, lang) })}</p>
      {proposal.own ? <p>{words.own}</p> : data.mayPropose && (
        <Form csrf={p.csrf} requestKey={`${p.requestKey}-${proposal.id}`} values={{ id: proposal.id }}>
          <ButtonRow><Button name="do" value="approve" icon="check">{words.approve}</Button><Button name="do" value="reject" kind="secondary" icon="x">{words.reject}</Button></ButtonRow>
        </Form>
      )}
    </section>
  )
}

interface ChangeData {
  norm: Norm
  trial: Trial
}

/** The form in which one norm gets another value from a day to come. */
export const changeNormPage = page<ChangeData>({
  path: '/ministry/norms/:key', action: 'norms.propose', desk: 'ministry', access: ['ministry', 'national-body'],
  async load(ctx, request) {
    const { newest } = await readNormsDesk(ctx)
    const norm = newest.norms.find((each) => each.key === request.params['key'])
    if (!norm || !isEditable(norm)) throw new Denial('not-found')
    return { norm, trial: await trialOf(ctx, newest, norm, request.query, addDays(legalDay(ctx.clock.now()), 1)) }
  },
  title: ({ norm }, lang) => `${messages[lang].page.formTitle} · ${normName(norm.key, lang)}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry/norms`, text: messages[lang].page.title } }),
  async post(ctx, { lang, params, form }) {
    const words = messages[lang].page
    const validFrom = dayField(form, 'validFrom')
    if (!validFrom) return { errors: [{ field: 'validFrom', message: words.dayWrong }] }
    await proposeNorm(ctx, { key: params['key']!, value: form.text('value'), mark: form.text('mark'), sourceKk: form.text('sourceKk'), sourceRu: form.text('sourceRu'), ground: form.text('ground'), validFrom })
    return { to: `/${lang}/ministry/norms`, flash: words.proposed }
  },
  view: ({ lang, data: { norm, trial }, form, csrf, requestKey }) => {
    const words = messages[lang].page
    return (
      <>
        <div class="t-inhead"><h1>{normName(norm.key, lang)}</h1></div>
        <ErrorSummary form={form} />
        <p>{fill(words.before, { value: normValue(norm, lang) })}</p>
        <TrialBox norm={norm} trial={trial} lang={lang} action={`/${lang}/ministry/norms/${norm.key}`} />
        <Form csrf={csrf} requestKey={requestKey}>
          {typeof norm.value === 'boolean'
            ? <Radios form={form} name="value" label={words.valueLabel} inline value={trial.found ? trial.typed : String(norm.value)} options={[{ value: 'true', label: words.yes }, { value: 'false', label: words.no }]} />
            : choicesOf(norm.key) ? <SelectField form={form} name="value" label={words.valueLabel} value={trial.found ? trial.typed : String(norm.value ?? '')} options={choiceOptions(norm, lang)} />
            : <TextField form={form} name="value" label={words.valueLabel} hint={hintOf(norm, lang)} value={trial.found ? trial.typed : norm.value === null ? '' : String(norm.value)} width={typeof norm.value === 'string' && norm.value.length > 20 ? 'full' : '12'} figures={typeof norm.value !== 'string'} />}
          <SelectField form={form} name="mark" label={words.mark} value={norm.mark} options={MARKS.filter((mark) => mark !== '?').map((mark) => ({ value: mark, label: NORMS[lang].marks[mark] }))} />
          <TextField form={form} name="sourceKk" label={words.sourceKk} value={norm.source.kk} />
          <TextField form={form} name="sourceRu" label={words.sourceRu} value={norm.source.ru} />
          <DateFields form={form} name="validFrom" label={words.validFrom} value={trial.found && partsOf(trial.from)} />
          <TextArea form={form} name="ground" label={words.ground} rows={3} />
          <Button icon="send">{words.propose}</Button>
        </Form>
      </>
    )
  },
})

function hintOf(norm: Norm, lang: Language): string | undefined {
  return wordsHint(norm, lang) ?? (norm.value === null || mayBeUnset(norm.key) ? messages[lang].page.valueHint : undefined)
}

const partsOf = (day: string) => ({ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) })
