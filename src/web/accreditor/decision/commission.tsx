import type { ViewProps } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import type { DecisionView } from '#modules/accreditation/index.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, Form, Radios, SelectField, TextArea } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { decisionText } from './decision-text.ts'

type Props = ViewProps<{ view: DecisionView }>

/** Who sits, who has voted, and for the accreditor the form by which the commission is called. */
export function CommissionBox({ data: { view }, lang, form, csrf, requestKey }: Props) {
  const t = decisionText(lang).commission
  const words = decisionText(lang).lines
  return (
    <Box title={t.title}>
      {view.members.length === 0 ? <p>{t.noCommission}</p> : (
        <ul>{view.members.map((each) => <li key={each.accountId}>{each.name} {each.chair && <Tag>{t.chairTag}</Tag>} <Tag tone={each.voted ? 'green' : 'sun'}>{each.voted ? t.voted : t.waiting}</Tag></li>)}</ul>
      )}
      {view.votes.length > 0 && (
        <>
          <h3>{t.votes}</h3>
          <ul>{view.votes.map((vote) => <li key={`${vote.accountId}-${vote.professionCode}-${vote.level}`}>{vote.professionCode}, {vote.level}: {vote.name} – {vote.choice === 'granted' ? t.granted : t.refused}{vote.note && <span class="t-quiet"> ({vote.note})</span>}</li>)}</ul>
        </>
      )}
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
    </Box>
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

export function DecideBox({ data: { view }, lang, form, csrf, requestKey }: Props) {
  const t = decisionText(lang).commission
  return (
    <Box title={t.decideTitle}>
      <p>{t.decideLead}</p>
      <Form csrf={csrf} requestKey={requestKey} version={view.kase.version}>
        {view.lines.map((line, n) => <TextArea key={n} form={form} name={`reasons-${n}`} label={fill(t.reasons, { line: `${line.name[lang]}, ${line.level}` })} rows={3} />)}
        <Button name="do" value="decide" icon="scale">{t.decide}</Button>
      </Form>
    </Box>
  )
}
