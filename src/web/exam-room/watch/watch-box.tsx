import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import type { ExamRoom } from '#modules/exams/index.ts'
import type { Chat, WarningClip } from '#modules/proctoring/index.ts'
import { ChatBox, ChatLate } from '../../chat/chat.tsx'
import { Player } from '../../proctor/parts.tsx'
import { Button, Form, TextArea } from '../../ui/form.tsx'
import { WatchIsland } from '../watch-island/watch-island.tsx'
import { watchText } from './watch-text.ts'

/** Below this address are the calls of the watch over one stage; what a browser has still to send is kept under it. */
export const watchBase = (lang: Language, number: string, stage: Stage) => `/${lang}/exam/${number}/${stage === 'practice' ? 'practice/' : ''}watch`
/** The page of the preparation: the check, the consent, the pictures, the wait for the proctor. */
export const watchAddress = (lang: Language, number: string, stage: Stage) => `/${lang}/exam/${number}/watch${stage === 'practice' ? '?stage=practice' : ''}`

/** Beside the questions of an exam on line, and beside the task of a practice: camera, line, a word to the proctor. */
export function WatchBox({ room, lang, csrf, requestKey, chat, stage = 'theory' }: { room: Pick<ExamRoom, 'number' | 'warnings'> & { state: string }; lang: Language; csrf: string; requestKey: string; chat: Chat | undefined; stage?: Stage }) {
  const words = watchText(lang)
  return (
    <>
      {chat && (
        <section class="t-card">
          <h2>{words.message}</h2>
          <ChatBox chat={chat} lang={lang} reader="candidate" address={`${watchBase(lang, room.number, stage)}/messages`}>
            <Form csrf={csrf} requestKey={`${requestKey}-message`} values={{ do: 'message' }}>
              <TextArea name="text" label={words.messageText} rows={2} maxLength={1000} />
              <ChatLate lang={lang} />
              <Button kind="secondary" icon="send">{words.send}</Button>
            </Form>
          </ChatBox>
        </section>
      )}
      <WatchIsland stage="run" base={watchBase(lang, room.number, stage)} csrf={csrf} lang={lang} shown={room.warnings.filter((each) => !each.acknowledged).map((each) => each.id)} />
    </>
  )
}

/** What a warning is about, beside its sentence: nobody leaves his exam to see it, and the opening is written down as his own. */
export function WarningClipBox({ number, lang, csrf, requestKey, clip, viewId }: { number: string; lang: Language; csrf: string; requestKey: string; clip: WarningClip; viewId: string | undefined }) {
  const words = watchText(lang)
  if (viewId) return <>{clip.tracks.map((track) => <Player key={track} lang={lang} viewId={viewId} base={`/${lang}/cases/${number}/watch`} from={clip.from} to={clip.to} track={track} name={track === 'camera' ? words.clip : `${words.clip}: ${words.clipScreen}`} />)}</>
  return <Form csrf={csrf} requestKey={`${requestKey}-clip`} values={{ do: 'clip' }}><Button kind="secondary" icon="eye">{words.clip}</Button></Form>
}

/** Nobody begins an exam on line before he is prepared for it. */
export function NotAdmittedOnline({ room, lang }: { room: ExamRoom; lang: Language }) {
  const words = watchText(lang).notAdmitted
  return (
    <div class="t-q">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p><Button href={watchAddress(lang, room.number, 'theory')} iconAfter="arrow-right">{words.go}</Button></p>
    </div>
  )
}
