import { describe, expect, it } from 'vitest'
import { moment, plusMs } from '#kernel/day.ts'
import { automaticEndOf, violationStep, type ViolationFacts } from './automatic-end.ts'
import { beginsRecording, clipOf, placeChunk, spotsOf } from './chunk-order.ts'
import { serverTime, skewOf } from './client-clock.ts'
import { deviceFinding } from './devices.ts'
import { upholdFrom, verdictBlockers, type Verdict } from './review.ts'
import { riskOf } from './risk.ts'
import { counts, isIncident, missingBefore, silentSince, switchedOff, type SignalNorms } from './signals.ts'
import { isRecordingOver, watchState } from './state.ts'
import { isTicketGood, isWhatWasMeant, TICKET_MS, type Ticket } from './ticket.ts'

const T0 = moment('2026-03-26T05:00:00.000Z')
const at = (seconds: number) => plusMs(T0, seconds * 1000)

describe('a piece of a recording', () => {
  it.each([[3, 3, 'a', undefined, 'stored'], [3, 4, 'a', undefined, 'order'], [3, 2, 'a', 'a', 'again'], [3, 2, 'a', 'b', 'differs'], [0, 0, 'a', undefined, 'stored'], [0, 1, 'a', undefined, 'order']])(
    'where %i comes next, number %i is placed', (next, number, sha, kept, expected) => expect(placeChunk(next, number, sha, kept)).toBe(expected))

  it('begins a recording when it carries the head of one', () => {
    expect(beginsRecording(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 1]))).toBe(true)
    expect(beginsRecording(new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70]))).toBe(true)
    expect(beginsRecording(new Uint8Array([0x1a, 0x45]))).toBe(false)
  })

  it('is shown from the last head before it, and not over the next', () => {
    const chunk = (number: number, begins = false) => ({ number, begins, fromMs: number * 4000, toMs: number * 4000 + 4000 })
    const chunks = [chunk(0, true), chunk(1), chunk(2), chunk(3), chunk(4, true), chunk(5)]
    expect(clipOf(chunks, 9000, 10_000)).toEqual([0, 2])
    expect(clipOf(chunks, 9000, 21_000)).toEqual([0, 2, 3])
    expect(clipOf(chunks, 21_000, 30_000)).toEqual([4, 5])
    expect(clipOf(chunks, 99_000, 100_000)).toEqual([])
    expect(clipOf([chunk(1)], 4000, 5000)).toEqual([])
    // Without a head before it, it begins with the next one within.
    expect(clipOf([chunk(0), chunk(1), chunk(2, true), chunk(3)], 0, 99_000)).toEqual([2, 3])
    expect(clipOf([chunk(0), chunk(1), chunk(2, true)], 0, 8000)).toEqual([])
  })

  it.each([[0, []], [1, [0]], [4, [0, 1, 2, 3]], [9, [0, 3, 5, 8]], [900, [0, 300, 599, 899]]])('of %i is tried at these places', (length, places) => expect(spotsOf(length, 4)).toEqual(places))
})

describe('the ticket of a piece that the browser brings to the store', () => {
  const ticket = { sessionId: 'watch', person: 'candidate', endsMs: Date.parse(T0) + TICKET_MS } as Ticket
  it.each<[string, { sessionId: string; person: string | undefined }, number, boolean]>([
    ['of this watch and this person', { sessionId: 'watch', person: 'candidate' }, 0, true],
    ['to its last moment', { sessionId: 'watch', person: 'candidate' }, TICKET_MS / 1000, true],
    ['a second later', { sessionId: 'watch', person: 'candidate' }, TICKET_MS / 1000 + 1, false],
    ['of another watch', { sessionId: 'other', person: 'candidate' }, 0, false],
    ['of another person', { sessionId: 'watch', person: 'other' }, 0, false],
    ['of nobody', { sessionId: 'watch', person: undefined }, 0, false],
  ])('is good %s', (_, of, seconds, good) => expect(isTicketGood(ticket, of, at(seconds))).toBe(good))
  it('ends long before the sweep of orphans, which takes nothing younger than a day, may take its bytes', () => expect(TICKET_MS).toBeLessThan(86_400_000 / 24))
  it.each([[100, 'a', true], [100, undefined, true], [101, 'a', false], [101, undefined, false], [100, 'b', false]])('%i bytes with the digest %s are what was meant: %s', (size, sha256, meant) => {
    expect(isWhatWasMeant({ sealedSize: 100, sealedSha256: 'a' }, { size, sha256 })).toBe(meant)
  })
})

describe('the clock of the candidate', () => {
  it.each([0, 5 * 86_400_000, -3 * 86_400_000])('wrong by %i ms tells the same time of the server', (wrong) => {
    const sentAt = Date.parse(T0) + wrong
    expect(serverTime(sentAt - 9000, skewOf(T0, sentAt), T0)).toBe(at(-9))
  })
  it('never tells what is still to come', () => expect(serverTime(Date.parse(T0) + 60_000, 0, T0)).toBe(T0))
})

describe('the computer that speaks', () => {
  it.each([[null, null, 'first'], ['a', at(-10), 'same'], ['b', at(-45), 'second'], ['b', at(-46), 'moved']] as const)('%s, heard at %s, is %s', (device, seenAt, expected) => {
    expect(deviceFinding({ device, seenAt }, 'a', T0, 45)).toBe(expected)
  })
  it.each<[string, Partial<Parameters<typeof deviceFinding>[0]>, string | null, string]>([
    ['the same sign-in under a new name is the same browser, whose data were cleared', {}, 's', 'renamed'],
    ['another sign-in is another computer', {}, 'other', 'second'],
    ['no sign-in tells nothing', {}, null, 'second'],
    ['nor where the first had none', { signIn: null }, 's', 'second'],
    ['a name it had before is no new one: two of them are alive', { former: ['x', 'a'] }, 's', 'second'],
    ['one that fell silent is replaced as ever', { seenAt: at(-46), former: ['a'] }, 's', 'moved'],
  ])('%s', (_says, known, signIn, expected) => expect(deviceFinding({ device: 'b', seenAt: at(-10), signIn: 's', ...known }, 'a', T0, 45, signIn)).toBe(expected))
})

const NORMS: SignalNorms = { seconds: { 'no-face': 5, 'looking-away': 8 }, repeats: { 'looking-away': 2 }, windowMinutes: 10, phoneScore: 0.45 }
const signal = (kind: 'no-face' | 'looking-away' | 'phone-in-view', from: number, to: number, peak = 1) => ({ kind, from: at(from), to: at(to), peak })

describe('a signal', () => {
  it.each([['no-face', 4.999, 1, false], ['no-face', 5, 1, true], ['phone-in-view', 0, 0.44, false], ['phone-in-view', 0, 0.45, true]] as const)('%s of %d s at %d counts: %s', (kind, seconds, peak, expected) => {
    expect(counts(signal(kind, 0, seconds, peak), NORMS)).toBe(expected)
  })
  it('is an incident when it comes as often as the norm says, within its minutes', () => {
    const aside = signal('looking-away', 700, 709)
    expect(isIncident(aside, [], NORMS)).toBe(false)
    expect(isIncident(aside, [signal('looking-away', 100, 109)], NORMS)).toBe(true)
    expect(isIncident(aside, [signal('looking-away', 99, 108)], NORMS)).toBe(false)
    expect(isIncident(aside, [signal('no-face', 600, 609)], NORMS)).toBe(false)
  })
  it('is switched off by a condition granted', () => expect(switchedOff(['assistant', 'place'], { assistant: ['several-faces', 'speech'], other: ['no-face'] })).toEqual(['several-faces', 'speech']))
  it('that does not come is missed after the seconds of the norm', () => {
    expect(silentSince(at(-60), T0, 60)).toBeNull()
    expect(silentSince(at(-61), T0, 60)).toBe(at(-61))
    expect(silentSince(null, T0, 60)).toBeNull()
  })
  it.each([[0, [1, 2], 0], [2, [2, 3], 0], [2, [5], 2], [2, [], 0], [2, [1], 0]])('after %i, of %j so many are missing: %i', (last, sent, missing) => expect(missingBefore(last, sent)).toBe(missing))
})

describe('what the closed list finds', () => {
  const facts = (change: Partial<ViolationFacts> = {}): ViolationFacts => ({ before: [], endsExamAt: 2, now: T0, quietSeconds: 60, automaticEnd: { kind: 'immediate' }, isPending: false, ...change })
  const read = (seconds: number) => [{ recordedAt: at(-300), acknowledgedAt: at(-seconds) }]
  it.each<[string, Partial<ViolationFacts>, string]>([
    ['is a warning first', {}, 'warning'],
    ['is nothing more while the warning is unread', { before: [{ recordedAt: at(-300), acknowledgedAt: null }] }, 'nothing'],
    ['is nothing more within a minute of reading', { before: read(59) }, 'nothing'],
    ['ends the exam when it is repeated [S]', { before: read(60) }, 'ending'],
    ['waits for a look where the norm says so [D]', { before: read(60), automaticEnd: { kind: 'after-look', minutes: 5 } }, 'look'],
    ['waits once', { before: read(60), automaticEnd: { kind: 'after-look', minutes: 5 }, isPending: true }, 'nothing'],
  ])('%s', (_says, change, expected) => expect(violationStep(facts(change))).toBe(expected))
  it.each([['immediate', { kind: 'immediate' }], ['after-human-look-within-5-minutes', { kind: 'after-look', minutes: 5 }], ['after-human-look-within-0-minutes', { kind: 'immediate' }], ['whatever', { kind: 'immediate' }]])('%s is read', (value, expected) => {
    expect(automaticEndOf(value)).toEqual(expected)
  })
})

describe('a watch', () => {
  const run = (startedAt: typeof T0 | null, endedAt: typeof T0 | null = null) => ({ startedAt, endedAt })
  it.each<[Parameters<typeof watchState>[0], string]>([
    [{ consented: false, run: undefined, attemptEndedAt: null, warningUnread: false }, 'checking'],
    [{ consented: true, run: undefined, attemptEndedAt: null, warningUnread: false }, 'consented'],
    [{ consented: true, run: run(null), attemptEndedAt: null, warningUnread: false }, 'admitted'],
    [{ consented: true, run: run(T0), attemptEndedAt: null, warningUnread: false }, 'running'],
    [{ consented: true, run: run(T0), attemptEndedAt: null, warningUnread: true }, 'warned'],
    [{ consented: true, run: run(T0, T0), attemptEndedAt: null, warningUnread: false }, 'ended'],
    [{ consented: true, run: undefined, attemptEndedAt: T0, warningUnread: false }, 'ended'],
  ])('%j stands at %s', (facts, expected) => expect(watchState(facts)).toBe(expected))
  it('takes the last pieces for a minute after the end', () => {
    expect([isRecordingOver(null, T0, 60), isRecordingOver(at(-60), T0, 60), isRecordingOver(at(-61), T0, 60)]).toEqual([false, false, true])
  })
  it('is looked at in the order of its risk', () => {
    const base = { state: 'running', violations: 0, isPending: false, incidents: 0, silentSince: null, waitsForAdmission: false, unreadMessages: 0 }
    expect([riskOf(base), riskOf({ ...base, incidents: 1 }), riskOf({ ...base, incidents: 3 }), riskOf({ ...base, violations: 1 }), riskOf({ ...base, isPending: true }), riskOf({ ...base, state: 'ended', violations: 2 })]).toEqual([1, 2, 3, 4, 5, 0])
  })
})

const verdict = { isOpen: true, tookPart: false, reasons: 'long enough', verdict: 'upheld' as const, upholdFrom: null, now: T0 }
it('a verdict has a person who took no part, and reasons', () => {
  expect(verdictBlockers(verdict)).toEqual([])
  expect(verdictBlockers({ ...verdict, isOpen: false, tookPart: true, reasons: 'short' }).map((each) => each.code)).toEqual(['review.not-open', 'review.took-part', 'review.reasons-missing'])
})

it.each<[string, Verdict, { answered: boolean; hours: number }, number, string[]]>([
  ['at once, unanswered', 'upheld', { answered: false, hours: 24 }, 0, ['review.too-early']], ['a second before the term is over', 'upheld', { answered: false, hours: 24 }, 86_399, ['review.too-early']],
  ['when the term is over', 'upheld', { answered: false, hours: 24 }, 86_400, []], ['at once, answered', 'upheld', { answered: true, hours: 24 }, 0, []],
  ['at once, where the norm gives no time', 'upheld', { answered: false, hours: 0 }, 0, []], ['annulled at once', 'annulled', { answered: false, hours: 24 }, 0, []],
])('nobody is judged before he could answer: %s', (_, given, facts, seconds, codes) => {
  expect(verdictBlockers({ ...verdict, verdict: given, upholdFrom: upholdFrom({ endedAt: T0, ...facts }), now: at(seconds) }).map((each) => each.code)).toEqual(codes)
})
