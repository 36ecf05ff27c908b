import { describe, expect, it } from 'vitest'
import { moment, type Moment } from '#kernel/day.ts'
import { lineLostSince, type LineFacts } from './line.ts'

const at = (time: string): Moment => moment(`2026-03-26T${time}.000Z`)
const facts: LineFacts = { writing: true, haltedAt: null, signAt: at('05:10:00'), lastAnswerAt: null, resumedAt: null, warningUnread: false }

describe('the line of a seat', () => {
  it.each<[string, Partial<LineFacts>, string, Moment | null]>([
    ['all is well thirty seconds after a sign', {}, '05:10:30', null],
    ['is lost a second later, since the sign', {}, '05:10:31', at('05:10:00')],
    ['an answer is a sign too', { lastAnswerAt: at('05:10:20') }, '05:10:50', null],
    ['is lost since the last of both', { lastAnswerAt: at('05:10:20') }, '05:10:51', at('05:10:20')],
    ['an older answer changes nothing', { lastAnswerAt: at('05:09:00') }, '05:10:31', at('05:10:00')],
    ['of a browser that never gave a sign nothing is said', { signAt: null, lastAnswerAt: at('05:01:00') }, '05:30:00', null],
    ['nothing is said while the sitting stands still', { haltedAt: at('05:10:05') }, '05:30:00', null],
    ['it is counted anew from where the sitting went on', { resumedAt: at('05:30:00') }, '05:30:30', null],
    ['and lost when it stays silent after that', { resumedAt: at('05:30:00') }, '05:30:31', at('05:30:00')],
    ['nothing is said while a warning waits to be read', { warningUnread: true }, '05:30:00', null],
    ['nor of somebody who does not write', { writing: false }, '05:30:00', null],
  ])('%s', (_, change, now, since) => expect(lineLostSince({ ...facts, ...change }, at(now), 30)).toBe(since))
})
