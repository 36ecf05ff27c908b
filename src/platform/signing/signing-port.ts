/** Who stands behind a seal, as pages and papers show it. */
export interface SealDescription {
  kind: 'technical' | 'qualified';
  /** True: an own test authority, no legal force. */
  demonstration: boolean;
  subject: string;
  issuer: string;
  algorithm: string;
  /** Hex SHA-256 of the certificate. */
  certificateSha256: string;
  /** Instants in ISO form. */
  validFrom: string;
  validUntil: string;
}

export interface SealOptions {
  /** Why the document is sealed; it is readable in the signature panel of a PDF program. */
  reason: string;
  /** Instant of the act by the platform's clock, ISO form. */
  sealedAt: string;
}

/** Seals documents in the name of the platform or of a centre; adapters decide with which key. */
export interface SigningPort {
  /** Adds a signature as an incremental update: what was there stays byte for byte. */
  seal(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array>;
  /** Checks a seal against the authority this port trusts. */
  verify(pdf: Uint8Array): Promise<SealCheck>;
  describe(): SealDescription;
}

export const SEAL_FAULTS = [
  'not-signed',
  'not-whole',
  'unreadable',
  'digest',
  'certificate-binding',
  'signature',
  'untrusted',
] as const;
export type SealFault = (typeof SEAL_FAULTS)[number];

/** The outcome of checking a seal. */
export type SealCheck = { valid: true; subject: string; certificateSha256: string } | { valid: false; fault: SealFault };
