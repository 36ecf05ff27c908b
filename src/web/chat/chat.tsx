import type { ComponentChildren } from 'preact'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { eventStream, type Access } from '#platform/http/page.ts'
import { assertMaySeeChat, watchChat, type Chat } from '#modules/proctoring/index.ts'
import { drawFragment } from '../fragment.tsx'
import { en } from './messages/en.ts'
import { kk, type ChatText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ChatText>> = { kk, ru, en }
/** Who reads: his own lines are named otherwise. */
export type ChatReader = 'candidate' | 'proctor'

function Lines({ messages, lang, reader }: { messages: Chat['messages']; lang: Language; reader: ChatReader }) {
  const words = TEXTS[lang]
  if (messages.length === 0) return <p class="t-small t-quiet">{words.none}</p>
  return <ul class="govuk-list">{messages.map((each) => <li key={each.id}><b>{reader === 'candidate' ? (each.fromCandidate ? words.you : words.proctor) : each.fromCandidate ? words.candidate : words.proctor}</b>, {formatTime(each.writtenAt)}: {each.text}</li>)}</ul>
}

/** The lines as they come, and the form to write one; the page names the island `chat`. Without script the form draws the page anew. */
export function ChatBox({ chat, lang, reader, address, children }: { chat: Chat; lang: Language; reader: ChatReader; address: string; children?: ComponentChildren }) {
  const words = TEXTS[lang]
  return (
    <>
      <div data-chat={address} data-after={chat.after} aria-live="polite"><Lines messages={chat.messages} lang={lang} reader={reader} /></div>
      <p class="t-small t-quiet">{words.live}</p>
      {children && <div data-chat-form>{children}</div>}
    </>
  )
}
/** Inside the form: said while the line is lost. */
export function ChatLate({ lang }: { lang: Language }) {
  return <p class="t-small" data-late hidden role="status">{TEXTS[lang].late}</p>
}

/** The lines of one watch as they come: server-sent events, one read for all of the sitting. */
export function chatStream(path: string, action: string, access: Access, reader: ChatReader, stageOf: (query: URLSearchParams) => Stage | undefined) {
  return eventStream({
    path, action, access,
    async open(ctx, { lang, params, query, lastEventId, send }) {
      const number = params['number']!
      const stage = stageOf(query)
      let last = lastEventId
      let open = false
      const watcher = await watchChat(ctx, number, () => { if (open) tell() }, stage)
      open = true
      tell()
      return {
        recheck: async (now) => ({ present: !(await assertMaySeeChat(now, number, stage)).over }),
        beat: () => (watcher.isFresh() ? {} : undefined),
        close: () => watcher.stop(),
      }
      function tell(): void {
        const changes = watcher.changesSince(last)
        if (changes.id === last) return
        last = changes.id
        if (watcher.isNews(changes)) send({ id: changes.id, event: 'chat', data: { html: drawFragment(lang, <Lines messages={watcher.lines()} lang={lang} reader={reader} />) } })
      }
    },
  })
}
