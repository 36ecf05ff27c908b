import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** A statement signed by a person: what was signed, by whose certificate, when. */
export interface PersonSignature {
  algorithm: 'Ed25519'
  /** Hex SHA-256 of the statement. */
  digest: string
  /** Base64. */
  signature: string
  /** SPKI in PEM. */
  publicKeyPem: string
  certificate: {
    /** A test certificate has no legal force; pages say so wherever it is shown. */
    kind: 'test' | 'national'
    subject: string
    issuer: string
  }
  /** Instant of the act by the platform's clock, ISO form. */
  signedAt: string
}

/** Lets a person sign a statement. Adapters of the national PKI come later; a demonstration has the test authority below. */
export interface PersonSigningPort {
  sign(who: { accountId: string; name: string }, statement: string, signedAt: string): PersonSignature
}

// PKCS #8 of an Ed25519 key is this head and its 32 bytes of seed.
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const TEST_AUTHORITY = 'Tanu test authority (demonstration, no legal force)'

/** The test authority: a key per account, derived from the secret of the instance, so that nothing has to be kept. A simulator at the border, and it says so in every certificate. */
export function testPersonSigning(seedOf: (text: string) => Uint8Array): PersonSigningPort {
  return {
    sign({ accountId, name }, statement, signedAt) {
      const seed = createHash('sha256').update(seedOf(`person-signature:${accountId}`)).digest()
      const key = createPrivateKey({ key: Buffer.concat([HEAD, seed]), format: 'der', type: 'pkcs8' })
      return {
        algorithm: 'Ed25519', digest: digestOf(statement), signature: sign(null, signedBytes(statement, signedAt), key).toString('base64'),
        publicKeyPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(), certificate: { kind: 'test', subject: name, issuer: TEST_AUTHORITY }, signedAt,
      }
    },
  }
}

/** Whether the signature is that of this very statement at that instant. */
export function verifyPersonSignature(signature: PersonSignature, statement: string): boolean {
  if (signature.digest !== digestOf(statement)) return false
  return verify(null, signedBytes(statement, signature.signedAt), createPublicKey(signature.publicKeyPem), Buffer.from(signature.signature, 'base64'))
}

const digestOf = (statement: string): string => createHash('sha256').update(statement).digest('hex')
const signedBytes = (statement: string, signedAt: string): Buffer => Buffer.from(`${signedAt}\n${statement}`)
