import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testPersonSigning, verifyPersonSignature } from './person-signature.ts'

const port = testPersonSigning((text) => createHash('sha256').update(`secret ${text}`).digest())
const AT = '2026-03-02T04:00:00.000Z'

describe('a statement signed by a person', () => {
  const signature = port.sign({ accountId: 'a', name: 'Сейітқали Нұрлан' }, 'Маған ваучер беруді сұраймын.', AT)
  it('is verified with the key of its certificate, and says that the certificate is a test one', () => {
    expect(verifyPersonSignature(signature, 'Маған ваучер беруді сұраймын.')).toBe(true)
    expect(signature.certificate).toMatchObject({ kind: 'test', subject: 'Сейітқали Нұрлан' })
  })
  it.each([
    ['another statement', { ...signature }, 'Маған ваучер беруді сұраймын!'],
    ['another instant', { ...signature, signedAt: '2026-03-02T04:00:01.000Z' }, 'Маған ваучер беруді сұраймын.'],
    ['another person’s key', { ...signature, publicKeyPem: port.sign({ accountId: 'b', name: 'x' }, 'x', AT).publicKeyPem }, 'Маған ваучер беруді сұраймын.'],
  ])('is not that of %s', (_what, changed, statement) => expect(verifyPersonSignature(changed, statement)).toBe(false))
  it('is made with the same key each time, and with another for another account', () => {
    expect(port.sign({ accountId: 'a', name: 'x' }, 'x', AT).publicKeyPem).toBe(signature.publicKeyPem)
    expect(port.sign({ accountId: 'b', name: 'x' }, 'x', AT).publicKeyPem).not.toBe(signature.publicKeyPem)
  })
})
