import type { Stage } from '#kernel/exam-stage.ts'
import { NOT_LET_IN_NOTE_MOST } from '#kernel/admission.ts'
import type { Language } from '#kernel/localized.ts'
import { formatMoment, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { INCIDENT_KINDS } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { COMPARED_MOST, type Chat, type WatchedAttempt } from '#modules/proctoring/index.ts'
import { ChatBox, ChatLate } from '../chat/chat.tsx'
import { Box } from '../ui/card.tsx'
import { Button, ButtonRow, CheckboxSingle, Form, NumberField, Radios, SelectField, TextArea, type FormState } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Details } from '../ui/why.tsx'
import { ComparedWith, ReviewNote } from './parts.tsx'
import { flagKind, proctorText } from './proctor-text.ts'

interface ActProps {
  lang: Language
  form: FormState
  csrf: string
  requestKey: string
  view: WatchedAttempt
}

/** The pictures side by side, for a person to compare; and the two ticks under which he admits. */
export function Identity({ view, lang, form, csrf, requestKey, base, isLooking }: ActProps & { base: string; isLooking: boolean }) {
  const words = proctorText(lang).attempt
  const newest = new Map(view.pictures.map((each) => [each.kind, each]))
  return (
    <Box title={words.identity}>
      <div class="t-stack">
        {view.closed && <ClosedMoment view={view} lang={lang} form={form} csrf={csrf} requestKey={requestKey} base={base} isLooking={isLooking} />}
        <div class="t-shots">
          {view.closed && !view.hasReference ? null : view.hasReference ? <figure><img src={`${base}/pictures/reference`} alt={words.reference} width="220" /><figcaption>{words.reference}</figcaption></figure> : <p class="t-small t-quiet">{words.noReference}</p>}
          {[...newest.values()].map((each) => <figure key={each.id}><img src={`${base}/pictures/${each.id}?stage=${view.stage}`} alt={words.pictures[each.kind]} width="220" loading="lazy" /><figcaption>{words.pictures[each.kind]}, {formatTime(each.takenAt)}</figcaption></figure>)}
        </div>
        <ComparedWith view={view} lang={lang} />
        {view.refusal && <NoticeBox tone="sun" title={fill(words.refused, { at: formatTime(view.refusal.at) })}>{exams[lang].notLetIn[view.refusal.ground]}. {view.refusal.note}</NoticeBox>}
        {view.missing.length > 0 && <p>{fill(words.missing, { list: view.missing.map((kind) => words.pictures[kind]).join(', ') })}</p>}
        {view.may.conduct && view.state === 'consented' && view.missing.length === 0 && (!view.closed || view.closed.looked?.isReader) && (
          <Form csrf={csrf} requestKey={`${requestKey}-admit`} values={{ do: 'admit', stage: view.stage }}>
            {!view.hasReference && !view.closed && <TextArea form={form} name="comparedWith" label={words.comparedWith} hint={fill(words.comparedHint, { most: COMPARED_MOST })} rows={2} />}
            <CheckboxSingle form={form} name="face" label={view.closed ? words.closed.faceIsHis : view.hasReference ? words.faceIsHis : words.comparedFace} />
            <CheckboxSingle form={form} name="room" label={words.roomIsEmpty} />
            <Button icon="user-check">{words.admit}</Button>
          </Form>
        )}
        {view.may.conduct && view.state === 'consented' && view.missing.length === 0 && (
          <Details summary={words.refuse} open={form.values['do'] === 'refuse'}>
            <p class="t-small t-quiet">{words.refuseLead}</p>
            <Form csrf={csrf} requestKey={`${requestKey}-refuse`} values={{ do: 'refuse', stage: view.stage }}>
              <SelectField form={form} name="refusalGround" label={words.ground} options={view.doorGrounds.map((ground) => ({ value: ground, label: exams[lang].notLetIn[ground] }))} />
              <TextArea form={form} name="refusalNote" label={words.note} hint={fill(words.refuseHint, { most: NOT_LET_IN_NOTE_MOST })} rows={2} />
              <Button kind="secondary" icon="x">{words.refuse}</Button>
            </Form>
          </Details>
        )}
      </div>
    </Box>
  )
}

/** A face that is covered for religious reasons: asked for by one person, shown to him once, and kept nowhere. */
function ClosedMoment({ view, lang, form, csrf, requestKey, base, isLooking }: ActProps & { base: string; isLooking: boolean }) {
  const words = proctorText(lang).attempt.closed
  const { askedBy, declined, shown, looked } = view.closed!
  const here = `${base}?stage=${view.stage}`
  const mayAsk = view.may.conduct && view.state === 'consented' && view.missing.length === 0
  return (
    <NoticeBox title={words.title}>
      <p>{words.lead}</p>
      {looked && <p>{fill(words.looked, { name: looked.name })}</p>}
      {declined && <p>{words.declined}</p>}
      {askedBy && !askedBy.isReader && <p>{fill(words.askedBy, { name: askedBy.name })}</p>}
      {askedBy?.isReader && (shown.length === 0 ? <p>{words.waits} <a href={here}>{words.refresh}</a></p>
        : isLooking ? <div class="t-shots">{shown.map((kind) => <figure key={kind}><img src={`${base}/closed/${kind}?stage=${view.stage}`} alt={words.kinds[kind]} width="320" /><figcaption>{words.kinds[kind]}</figcaption></figure>)}<p><Button kind="secondary" href={here} icon="check">{words.done}</Button></p></div>
          : <p><Button href={`${here}&look=once`} icon="eye">{fill(words.look, { list: shown.map((kind) => words.kinds[kind]).join(', ') })}</Button></p>)}
      {mayAsk && !(isLooking && shown.length > 0) && (
        <Details summary={askedBy || looked ? words.askAgain : words.ask} open={!askedBy && !looked}>
          <Form csrf={csrf} requestKey={`${requestKey}-closed`} values={{ do: 'closed-ask', stage: view.stage }}>
            <CheckboxSingle form={form} name="alone" label={words.alone} />
            <Button kind="secondary" icon="user-check">{words.ask}</Button>
          </Form>
        </Details>
      )}
    </NoticeBox>
  )
}

/** A repeated violation by the closed list that waits for his look. */
export function Pending({ view, lang, form, csrf, requestKey }: ActProps) {
  const words = proctorText(lang).attempt
  const { pendingNorm, pendingUntil } = view.session ?? {}
  if (!pendingNorm || !pendingUntil) return null
  return (
    <NoticeBox tone="red" title={words.pendingTitle}>
      <p>{fill(words.pendingText, { what: flagKind(lang, pendingNorm.split(':')[1]!), at: formatTime(pendingUntil) })}</p>
      <Form csrf={csrf} requestKey={`${requestKey}-look`} values={{ stage: view.stage }}>
        <TextArea form={form} name="lookNote" label={words.note} rows={2} maxLength={500} />
        <ButtonRow><Button kind="warning" name="do" value="end-now">{words.end}</Button><Button kind="secondary" name="do" value="go-on">{words.goOn}</Button></ButtonRow>
      </Form>
    </NoticeBox>
  )
}

export function Violation({ view, lang, form, csrf, requestKey }: ActProps) {
  const words = proctorText(lang).attempt
  const second = view.counted > 0
  return (
    <Box title={words.violation}>
      <div>
        <p>{second ? words.endLead : words.warnLead}{view.countsByStage && ` ${words.byStage}`}</p>
        <Form csrf={csrf} requestKey={`${requestKey}-violation`} values={{ do: 'violation', stage: view.stage, seen: view.counted, wanted: second ? 'removal' : 'warning' }}>
          <SelectField form={form} name="ground" label={words.ground} options={view.grounds.map((ground) => ({ value: ground, label: exams[lang].grounds[ground] }))} />
          <SelectField form={form} name="flag" label={words.flag} empty={words.noFlag} options={[...view.flags].reverse().map((flag) => ({ value: flag.id, label: `${flagKind(lang, flag.kind)}, ${formatTime(flag.raisedAt)}` }))} />
          <TextArea form={form} name="note" label={words.note} rows={3} maxLength={1000} />
          {second && <CheckboxSingle form={form} name="sure" label={words.sure} />}
          <Button kind={second ? 'warning' : 'secondary'} icon="alert">{second ? words.end : words.warn}</Button>
        </Form>
      </div>
    </Box>
  )
}

export function ChatForm({ chat, lang, form, csrf, requestKey, base, stage }: Omit<ActProps, 'view'> & { chat: Chat; base: string; stage: Stage }) {
  const words = proctorText(lang).attempt
  return (
    <Box title={words.chat}>
      <div>
        <ChatBox chat={chat} lang={lang} reader="proctor" address={`${base}/messages?stage=${stage}`}>
          <Form csrf={csrf} requestKey={`${requestKey}-message`} values={{ do: 'message', stage }}>
            <TextArea form={form} name="text" label={words.write} rows={2} maxLength={1000} />
            <ChatLate lang={lang} />
            <Button kind="secondary" icon="send">{words.send}</Button>
          </Form>
        </ChatBox>
      </div>
    </Box>
  )
}

export function Failure({ view: { stage, incidents }, lang, form, csrf, requestKey }: ActProps) {
  const words = proctorText(lang).attempt
  return (
    <Details summary={words.failure}>
      <Form csrf={csrf} requestKey={`${requestKey}-failure`} values={{ do: 'failure', stage, given: incidents }}>
        <SelectField form={form} name="kind" label={words.kind} options={INCIDENT_KINDS.map((kind) => ({ value: kind, label: exams[lang].incidents[kind] }))} />
        <TextArea form={form} name="failureNote" label={words.note} rows={2} maxLength={1000} />
        <NumberField form={form} name="minutes" label={words.minutes} width="5" value="0" />
        <Button kind="secondary">{words.give}</Button>
      </Form>
    </Details>
  )
}

/** The verdict on the end of the exam, or the form for it. */
export function ReviewForm({ view, lang, form, csrf, requestKey }: ActProps) {
  const words = proctorText(lang).attempt
  const { review } = view
  if (!review) return null
  if (review.verdict || !view.may.review) return <ReviewNote view={view} lang={lang} />
  return (
    <Box title={words.review}>
      <div>
        <p>{words.reviewLead}</p>
        {review.upholdFrom && review.upholdFrom > view.now && <NoticeBox tone="sun">{fill(words.upholdFrom, { at: formatMoment(review.upholdFrom, lang) })}</NoticeBox>}
        <Form csrf={csrf} requestKey={`${requestKey}-review`} values={{ do: 'review', stage: view.stage }}>
          <Radios form={form} name="verdict" label={words.verdict} options={[{ value: 'upheld', label: words.upheld }, { value: 'annulled', label: words.annulled }]} />
          <TextArea form={form} name="reasons" label={words.reasons} hint={words.reasonsHint} rows={5} maxLength={4000} />
          <Button icon="gavel">{words.decide}</Button>
        </Form>
      </div>
    </Box>
  )
}
