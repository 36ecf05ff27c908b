import type { Language } from '#kernel/localized.ts'
import type { ViewProps } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { keyOf, type DecisionView } from '#modules/accreditation/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, Form, Radios, SelectField, TextArea } from '../../ui/form.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { decisionText } from './decision-text.ts'

type Props = ViewProps<{ view: DecisionView }>

/** Who sits, who has voted, and for the accreditor the form by which the commission is called. */
export function CommissionBox({ data: { view }, lang, form, csrf, requestKey }: Props) {
  const t = decisionText(lang).commission
  const words = decisionText(lang).lines
  return (
    <Box title={t.title}><div class="t-stack">
      {view.members.length === 0 ? <p>{t.noCommission}</p> : view.members.map((each) => (
        <div key={each.accountId}><b>{each.name}</b><Tags>{each.chair && <Tag>{t.chairTag}</Tag>}<Tag tone={each.voted ? 'green' : 'sun'}>{each.voted ? t.voted : t.waiting}</Tag></Tags></div>
      ))}
      {view.votes.length > 0 && <><h3>{t.votes}</h3>{view.lines.map((line) => <VotesOf key={keyOf(line)} view={view} line={line} lang={lang} />)}</>}
      {view.commission?.protocolPaperId && <p><a href={`/accreditation/papers/${view.commission.protocolPaperId}`}>{t.protocol}</a></p>}
      {view.may.call && (
        <Form csrf={csrf} requestKey={requestKey} version={view.kase.version} label={words.title}>
          <p class="t-quiet">{fill(t.rule, view.norms)}</p>
          <Checkboxes form={form} name="members" label={t.members} chosen={view.members.map((each) => each.accountId)}
            options={view.candidates.map((each) => ({ value: each.accountId, label: each.name, disabled: !each.free, ...(each.free ? {} : { hint: t.notFree }) }))} />
          <SelectField form={form} name="chair" label={t.chair} empty={t.choose} value={view.members.find((each) => each.chair)?.accountId ?? ''} options={view.candidates.filter((each) => each.free).map((each) => ({ value: each.accountId, label: each.name }))} />
          <Button name="do" value="call" icon="users" kind={view.members.length > 0 ? 'secondary' : 'primary'}>{view.members.length > 0 ? t.callAgain : t.call}</Button>
        </Form>
      )}
    </div></Box>
  )
}

const votesOf = (view: DecisionView, line: DecisionView['lines'][number]) => view.votes.filter((vote) => keyOf(vote) === keyOf(line))

function VotesOf({ view, line, lang }: { view: DecisionView; line: DecisionView['lines'][number]; lang: Language }) {
  const t = decisionText(lang).commission
  return (
    <div>
      <p><b>{line.name[lang]}, {line.level}</b></p>
      <ul>{votesOf(view, line).map((vote) => <li key={vote.accountId}>{vote.name} – {vote.choice === 'granted' ? t.granted : t.refused}{vote.note && <span class="t-quiet"> ({vote.note})</span>}</li>)}</ul>
    </div>
  )
}

export function VoteBox({ data: { view }, lang, form, csrf, requestKey }: Props) {
  const t = decisionText(lang).commission
  return (
    <Box title={t.voteTitle}>
      <Form csrf={csrf} requestKey={requestKey} version={view.kase.version}>
        {view.lines.map((line, n) => (
          <div key={n}>
            <Radios form={form} name={`choice-${n}`} label={`${line.name[lang]}, ${line.level}`} inline options={[{ value: 'granted', label: t.granted, disabled: line.objected || line.struck }, { value: 'refused', label: t.refused }]} />
            <TextArea form={form} name={`note-${n}`} label={t.note} hint={t.noteHint} rows={2} />
          </div>
        ))}
        <Button name="do" value="vote" icon="check">{t.vote}</Button>
      </Form>
    </Box>
  )
}

/** Reasons are asked for where somebody voted against, or where the profession cannot be granted at all. */
export function DecideBox({ data: { view }, lang, form, csrf, requestKey }: Props) {
  const t = decisionText(lang).commission
  const contested = view.lines.map((line) => line.objected || line.struck || votesOf(view, line).some((vote) => vote.choice === 'refused'))
  return (
    <Box title={t.decideTitle}>
      <p>{contested.some(Boolean) ? t.decideLead : t.decideClear}</p>
      <Form csrf={csrf} requestKey={requestKey} version={view.kase.version}>
        {view.lines.map((line, n) => contested[n] && <TextArea key={n} form={form} name={`reasons-${n}`} label={fill(t.reasons, { line: `${line.name[lang]}, ${line.level}` })} rows={3} />)}
        <Button name="do" value="decide" icon="scale">{t.decide}</Button>
      </Form>
    </Box>
  )
}
