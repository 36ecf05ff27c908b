import { describe, expect, it } from 'vitest'
import { hashPassword, passwordBlockers, verifyPassword } from './password.ts'
import { rateLimit } from './rate-limit.ts'
import { csrfToken, isCsrfValid, newToken, tokenDigest } from './tokens.ts'
import { newRecoveryCodes, newTotpSecret, totpCode, verifyTotp } from './totp.ts'

describe('passwords', () => {
  it('are kept as argon2id, each with its own nonce, and checked in constant form', async () => {
    const [one, two] = [await hashPassword('жеті рет өлшеп бір кес'), await hashPassword('жеті рет өлшеп бір кес')]
    expect(one).not.toBe(two)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword('жеті рет өлшеп бір кес', one)).toBe(true)
    expect(await verifyPassword('жеті рет өлшеп бір кесер', one)).toBe(false)
    expect(await verifyPassword('anything', undefined)).toBe(false)
    expect(await verifyPassword('', undefined)).toBe(false)
  })
  it.each([
    ['тоғыз жолдың торабы', false, []],
    ['қысқа', false, ['password.too-short']],
    ['төрт түлік', true, []],
    ['passwordpassword', false, ['password.common']],
    ['Password123456!!', false, ['password.common']],
    ['1234567890123456', false, ['password.common']],
    ['йцукенгшщзхъфывап', false, ['password.common']],
    ['ааааааааааааааааа', false, ['password.common']],
    ['nurlan.seitkali1', false, ['password.of-own-name']],
    ['p@$$w0rdp@$$w0rd', false, ['password.common']],
    ['qwertyqwerty123!', false, ['password.common']],
    ['алматы-астана2026', false, ['password.common']],
    ['gfhjkmgfhjkm2026', false, ['password.common']],
    ['Қазақстан1', true, ['password.common']],
    ['P4$$w0rd', true, ['password.common']],
    ['ЖҰЛДЫЗ2026', true, ['password.common']],
    ['900517900012', true, ['password.of-own-name']],
    ['қызыл алма піскенде', false, []],
    ['dragon of the seventh hill', false, []],
    ['x'.repeat(100) + 'y'.repeat(40), false, ['password.too-long']],
  ])('judges %j beside a second factor: %j', (password, hasSecondFactor, codes) => {
    expect(passwordBlockers(password, { email: 'nurlan.seitkali@example.kz', iin: '900517' + '900012', hasSecondFactor }).map((blocker) => blocker.code)).toEqual(codes)
  })

  it('counts signs as people see them and takes the same word in two spellings of Unicode for one', async () => {
    expect(passwordBlockers('й'.normalize('NFD').repeat(7) + 'a', { hasSecondFactor: false })).toEqual([{ code: 'password.too-short', data: { least: 15 } }])
    expect(await verifyPassword('Ёлка йод Әсел'.normalize('NFD'), await hashPassword('Ёлка йод Әсел'))).toBe(true)
  })

  it('judges a megabyte at once', () => {
    const started = performance.now()
    for (const password of [`${'a'.repeat(1_000_000)}b`, `${'ab'.repeat(255)}c`, 'passwordqwerty'.repeat(9), '\ufdfa'.repeat(500)]) passwordBlockers(password, { hasSecondFactor: false })
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('works as hard for an account that does not exist', async () => {
    const stored = await hashPassword('жеті рет өлшеп бір кес')
    const timeOf = async (hash: string | undefined): Promise<number> => {
      const times: number[] = []
      for (let i = 0; i < 7; i++) {
        const started = performance.now()
        await verifyPassword('some other words', hash)
        times.push(performance.now() - started)
      }
      return times.sort((a, b) => a - b)[3]!
    }
    const [known, unknown] = [await timeOf(stored), await timeOf(undefined)]
    expect(unknown / known).toBeGreaterThan(0.25)
  })
})

describe('one-time codes', () => {
  it('are those of RFC 6238', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(totpCode(secret, Math.floor(59 / 30))).toBe('287082')
    expect(totpCode(secret, Math.floor(1_111_111_109 / 30))).toBe('081804')
    expect(totpCode(secret, Math.floor(20_000_000_000 / 30))).toBe('353130')
  })
  it('are good once, for the step before and after, and for nobody else', () => {
    const secret = newTotpSecret()
    const now = 1_700_000_000_000
    const step = Math.floor(now / 30_000)
    const code = totpCode(secret, step)
    expect(verifyTotp(secret, code, now, null)).toBe(step)
    expect(verifyTotp(secret, code, now, step)).toBeUndefined()
    expect(verifyTotp(secret, totpCode(secret, step - 1), now, null)).toBe(step - 1)
    expect(verifyTotp(secret, totpCode(secret, step - 2), now, null)).toBeUndefined()
    expect(verifyTotp(secret, 'abcdef', now, null)).toBeUndefined()
    expect(verifyTotp(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, null)).toBe(step)
    expect(verifyTotp(secret, '', now, null)).toBeUndefined()
    expect(() => totpCode('not base 32!', step)).toThrow('base 32')
  })
  it('have ten recovery codes that differ', () => expect(new Set(newRecoveryCodes()).size).toBe(10))
})

describe('tokens', () => {
  it('are long, random and stored as digests', () => {
    const { token, digest } = newToken()
    expect(token).toHaveLength(43)
    expect(Buffer.from(tokenDigest(token))).toEqual(Buffer.from(digest))
  })
  it('bind a form to its session', () => {
    const token = csrfToken('secret', 'session-1')
    expect(isCsrfValid('secret', 'session-1', token)).toBe(true)
    expect(isCsrfValid('secret', 'session-2', token)).toBe(false)
    expect(isCsrfValid('secret', 'session-1', '')).toBe(false)
  })
})

describe('a limit of tries', () => {
  it('opens again when the window has passed, and forgets the oldest key when there are too many', () => {
    const limit = rateLimit({ most: 2, windowMs: 10_000, keys: 2 })
    expect([limit.tryTake('a', 0), limit.tryTake('a', 1000), limit.tryTake('a', 2000)]).toEqual([0, 0, 8])
    expect(limit.tryTake('a', 10_001)).toBe(0)
    limit.tryTake('b', 0)
    limit.tryTake('c', 0)
    expect(limit.tryTake('a', 10_002)).toBe(0)
  })
})
