/** The signature of a request as it is kept: the platform's shape, in which a test certificate says that it is one. */
export interface SignatureKept {
  algorithm: 'Ed25519'
  digest: string
  signature: string
  publicKeyPem: string
  certificate: { kind: 'test' | 'national'; subject: string; issuer: string }
  signedAt: string
}
