import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatCountdown } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { acknowledgeWarning, findPracticeRoom, handInWork, keepWorkFile, type PracticeRoom } from '#modules/exams/index.ts'
import { assertNamedComputer, assertOwnComputer, beginPractice, findOwnState, findWarningClip, openRecording, readChat, writeMessage, type Chat, type WarningClip } from '#modules/proctoring/index.ts'
import { drawFragment } from '../../fragment.tsx'
import { Timer } from '../../ui/question.tsx'
import { BrokenDown } from '../broken.tsx'
import { Warnings } from '../running.tsx'
import { WarningClipBox, WatchBox } from '../watch/watch-box.tsx'
import { practiceText } from './practice-text.ts'
import { BeforePractice, EndOfWork, HaltedWork, ReadyForPractice, Working } from './room-parts.tsx'
import { OwnWorkFiles, practiceBase } from './work-files.tsx'

export interface PracticeData extends PracticeRoom {
  /** The proctor has let him in, and he has not begun. */
  admitted: boolean
  clip?: WarningClip | undefined
  viewId?: string | undefined
  chat?: Chat | undefined
}

const STAGE = 'practice' as const

/** The room of a practice on line: the task from the beginning to the end of the work, its files, the time, and the watch. */
export const practicePage = page<PracticeData>({
  path: '/exam/:number/practice', action: 'practice.work', desk: 'exam-room', access: 'signed-in', islands: ['practice-work', 'proctoring', 'chat'], files: true,
  bringsToStore: (room) => room.state === 'running',
  async load(ctx, { params, query }) {
    const room = await findPracticeRoom(ctx, params['number']!, { always: true })
    if (!room) throw new Denial('not-found')
    if (room.state === 'ended') return { ...room, admitted: true }
    if (room.state === 'before') return { ...room, admitted: (await findOwnState(ctx, room.number, STAGE))?.state === 'admitted' }
    const unread = room.warnings.some((warning) => !warning.acknowledged)
    return { ...room, admitted: true, chat: await readChat(ctx, room.number, STAGE), ...(unread ? { clip: await findWarningClip(ctx, room.number, STAGE), viewId: query.get('view') ?? undefined } : {}) }
  },
  title: (room, lang) => `${practiceText(lang).title} · ${room.number}`,
  layout: ({ data: room, lang }) => ({
    heading: practiceText(lang).title, subheading: fill(practiceText(lang).sub, { profession: room.profession, level: room.level, candidate: room.candidate }),
    aside: room.state === 'running' && room.endsAt && !room.haltedAt ? <Timer left={formatCountdown(room.leftMs)} spoken={fill(practiceText(lang).work.leftSpoken, { n: Math.ceil(room.leftMs / 60_000) })} endsAt={room.endsAt} /> : undefined,
  }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const here = practiceBase(lang, number)
    const words = practiceText(lang).work
    switch (form.text('do')) {
      case 'begin':
        assertNamedComputer(form.text('device'))
        await beginPractice(ctx, { number })
        return { to: here }
      case 'file': {
        await assertOwnComputer(ctx, { number, stage: STAGE, device: form.text('device') })
        const file = form.file('file')
        await keepWorkFile(ctx, { number, file: file && { name: file.name, bytes: file.bytes } })
        return { to: here }
      }
      case 'hand-in':
        if (form.text('sure') === '') return { errors: [{ field: 'sure', message: words.sureMissing }] }
        await assertOwnComputer(ctx, { number, stage: STAGE, device: form.text('device') })
        await handInWork(ctx, { number })
        return { to: here }
      case 'message':
        await writeMessage(ctx, { number, stage: STAGE, text: form.text('text') })
        return { to: here }
      case 'clip':
        return { to: `${here}?view=${await openRecording(ctx, { number, stage: STAGE, purpose: 'own' })}` }
      case 'understood':
        await acknowledgeWarning(ctx, { number })
        return { to: here }
      default:
        throw new Denial('input.wrong')
    }
  },
  view: ({ data: room, lang, form, csrf, requestKey }) => {
    const p = { room, lang, form, csrf, requestKey }
    const watch = <WatchBox room={room} stage={STAGE} lang={lang} csrf={csrf} requestKey={requestKey} chat={room.chat} />
    if (room.state === 'before') return room.admitted && !room.noShow ? <><ReadyForPractice {...p} />{watch}</> : <BeforePractice room={room} lang={lang} />
    if (room.state === 'ended') return <EndOfWork room={room} lang={lang} />
    if (room.broken) return <><BrokenDown broken={room.broken} leftMs={room.leftMs} here={practiceBase(lang, room.number)} lang={lang} go={room.broken.letOn ? { csrf, requestKey } : undefined} />{watch}</>
    if (room.haltedAt) return <HaltedWork {...p} watch={watch} />
    if (room.warnings.some((warning) => !warning.acknowledged)) {
      const clip = room.clip && <WarningClipBox number={room.number} lang={lang} csrf={csrf} requestKey={requestKey} clip={room.clip} viewId={room.viewId} />
      return <Warnings {...p} watch={watch} clip={clip} />
    }
    return <Working {...p} watch={watch} />
  },
})

/** The files of the work as the page draws them: what a page that is open brings in without being drawn anew. */
export function drawOwnFiles(room: PracticeRoom, lang: Language): string {
  return drawFragment(lang, <OwnWorkFiles room={room} lang={lang} />)
}
