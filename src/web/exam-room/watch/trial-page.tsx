import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { readOwnWatch, type OwnWatch } from '#modules/proctoring/index.ts'
import { askedOneOf } from '../../asked.ts'
import { Button } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Question, SaveStateNote } from '../../ui/question.tsx'
import { examRoomText } from '../exam-room-text.ts'
import { watchAddress } from './watch-box.tsx'
import { watchText } from './watch-text.ts'

/** Built in and about nothing: a question of the bank would be seen before its exam. */
const NUMBERS = ['7', '12', '15', '21'] as const

interface Trial extends Pick<OwnWatch, 'number' | 'state'> {
  /** What was chosen, told by the address alone: it is kept nowhere. */
  chosen: (typeof NUMBERS)[number] | undefined
}

/** One question before the theory on line, to see how choosing and saving works. Nobody has to answer it, and no answer is right or wrong here. */
export const trialPage = page<Trial>({
  path: '/exam/:number/watch/trial', action: 'proctoring.sit', desk: 'exam-room', access: 'signed-in', islands: ['exam-room'],
  async load(ctx, { params, query }) {
    const { number, state } = await readOwnWatch(ctx, params['number']!, 'theory')
    return { number, state, chosen: askedOneOf({ query }, 'answer', NUMBERS) }
  },
  title: (trial, lang) => `${watchText(lang).trial.title} · ${trial.number}`,
  layout: ({ lang }) => ({ heading: watchText(lang).titles.theory }),
  view: ({ data: { number, state, chosen }, lang }) => {
    const words = watchText(lang).trial
    const here = trialAddress(lang, number)
    const onward = state === 'admitted' ? <Button kind="secondary" href={`/${lang}/exam/${number}`} iconAfter="arrow-right">{watchText(lang).toExam}</Button> : <Button kind="secondary" href={watchAddress(lang, number, 'theory')} iconAfter="arrow-right">{words.back}</Button>
    // Whoever writes already is not led away from his questions.
    if (state !== 'checking' && state !== 'consented' && state !== 'admitted') return <div class="t-q t-stack"><h1>{words.title}</h1><p>{words.over}</p><p>{onward}</p></div>
    return (
      <div class="t-q t-stack">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <noscript><NoticeBox>{examRoomText(lang).run.noScript}</NoticeBox></noscript>
        <form method="get" action={here} class="t-run" id="trial">
          <Question n={1} total={1} kind="one" name="answer" level={2} text={words.question} options={NUMBERS.map((value) => ({ value, label: value }))} chosen={chosen ? [chosen] : []}
            actions={<button class="govuk-button t-run__save">{words.save}</button>} />
          <div aria-live="polite"><div data-saved hidden={!chosen}><SaveStateNote state="saved" title={words.savedTitle}>{words.savedWords}</SaveStateNote></div></div>
        </form>
        <p>{onward}</p>
      </div>
    )
  },
})

function trialAddress(lang: Language, number: string): string {
  return `/${lang}/exam/${number}/watch/trial`
}

/** Where it may be tried: while he waits for the proctor, and before he begins. */
export function TrialOffer({ number, lang }: { number: string; lang: Language }) {
  const words = watchText(lang).trial
  return <section class="t-card t-stack"><h2>{words.title}</h2><p>{words.offer}</p><p><Button kind="secondary" href={trialAddress(lang, number)} icon="eye">{words.go}</Button></p></section>
}
