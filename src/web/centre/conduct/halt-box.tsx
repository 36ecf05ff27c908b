import type { Language } from '#kernel/localized.ts'
import type { FormState } from '#platform/http/page.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { HALT_GROUNDS, type SittingConsole } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Button, Form, SelectField, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { conductText } from './conduct-text.ts'
import type { Hand } from './seat-card.tsx'

interface HaltProps {
  view: SittingConsole
  hand: Hand
  lang: Language
  csrf: string
  requestKey: string
  form: FormState
}

const running = (view: SittingConsole): number => view.seats.filter((seat) => (seat.state === 'writing' || seat.state === 'working') && !seat.haltedAt).length

/** What the stop form rests on. */
export function haltKey(view: SittingConsole): string {
  return view.halt?.id ?? (running(view) > 0 ? 'runs' : 'still')
}

/** Stop all for a fire alarm, and going on; whoever may not act sees only that the sitting stands still. */
export function HaltBox({ view, hand, lang, csrf, requestKey, form }: HaltProps) {
  const words = conductText(lang).console
  const { halt } = view
  const pressed = form.values['do'] === 'halt'
  if (halt) {
    return (
      <NoticeBox tone="red" title={fill(words.haltedTitle, { at: formatTime(halt.haltedAt) })}>
        <p>{fill(words.haltedText, { name: halt.byName, ground: exams[lang].halts[halt.ground as 'other'] ?? halt.ground })}{halt.note ? ` ${halt.note}` : ''}</p>
        {hand.conducts && <Form csrf={csrf} requestKey={`${requestKey}-resume`} values={{ do: 'resume', halt: halt.id }}><Button icon="circle-play">{words.resume}</Button></Form>}
        {hand.conducts && (
          <Details summary={words.breakDown} open={form.values['do'] === 'break-down'}>
            <Form csrf={csrf} requestKey={`${requestKey}-break-down`} values={{ do: 'break-down', halt: halt.id }}>
              <p class="t-small t-quiet">{words.breakDownHint}</p>
              <TextArea form={form} name="note" label={words.breakDownNote} rows={2} maxLength={1000} />
              <Button kind="warning">{words.breakDownDo}</Button>
            </Form>
          </Details>
        )}
      </NoticeBox>
    )
  }
  if (!hand.conducts || (running(view) === 0 && !pressed)) return null
  return (
    <Details summary={words.halt} open={pressed}>
      <Form csrf={csrf} requestKey={`${requestKey}-halt`} values={{ do: 'halt' }}>
        <p class="t-small t-quiet">{words.haltHint}</p>
        <SelectField form={form} name="haltGround" label={words.haltGround} value="fire-alarm" empty={false} options={HALT_GROUNDS.map((ground) => ({ value: ground, label: exams[lang].halts[ground] }))} />
        <TextArea form={form} name="haltNote" label={words.haltNote} rows={2} />
        <Button kind="warning" icon="alert">{words.haltDo}</Button>
      </Form>
    </Details>
  )
}
