import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as people from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const write = (accountId: string | null, email: string | null = null) => tx(world.system(), 'account.open', async (t) => {
  assertMay(t, people.policy, 'account.open', undefined as never)
  await people.sendLetter(t, { accountId, email, lang: 'ru' }, { kind: 'account-opened', write: (lang) => ({ subject: `subject ${lang}`, body: 'body' }) })
})

describe('a letter', () => {
  it('is written in the language of its account, is new until it is read, and is nobody else\'s', async () => {
    const person = await world.aPerson({ lang: 'kk' })
    const other = await world.aPerson()
    await write(person.accountId)
    expect(await people.countUnreadLetters(world.as(person))).toBe(1)
    const { letters, total } = await people.listOwnLetters(world.as(person), 1)
    expect([total, letters.map((letter) => [letter.subject, letter.caseNumber, letter.readAt])]).toEqual([1, [['subject kk', null, null]]])
    expect((await people.listOwnLetters(world.as(other), 1)).total).toBe(0)
    await people.markLettersRead(world.as(person))
    expect(await people.countUnreadLetters(world.as(person))).toBe(0)
  })

  it('leaves once: a sender claims it, and what cannot be delivered waits or is refused with its reason', async () => {
    while (await people.claimLetter(world.system())) { /* what earlier tests wrote */ }
    await write(null, 'first@example.kz')
    await write(null, 'second@example.kz')
    const [first, second] = [await people.claimLetter(world.system()), await people.claimLetter(world.system())]
    expect([first, second].map((letter) => [letter!.email, letter!.lang, letter!.tries])).toEqual([['first@example.kz', 'ru', 1], ['second@example.kz', 'ru', 1]])
    expect(await people.claimLetter(world.system())).toBeUndefined()
    await people.markLetterSent(world.system(), first!.id)
    await people.delayLetter(world.system(), second!, 'no answer')
    const mailbox = async () => (await people.listMailbox(world.system(), 1)).letters.filter((letter) => letter.email?.endsWith('@example.kz') && letter.subject === 'subject ru').map((letter) => [letter.email, letter.sentAt !== null, letter.fault])
    expect(await mailbox()).toEqual(expect.arrayContaining([['first@example.kz', true, null], ['second@example.kz', false, 'no answer']]))
    await people.refuseLetter(world.system(), second!.id, 'unknown address')
    expect(await mailbox()).toContainEqual(['second@example.kz', false, 'unknown address'])
  })
})
