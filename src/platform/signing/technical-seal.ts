import { createPrivateKey, createHash, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { arrayBuffer, cmsSignature } from './cms-signature.ts';
import { openKeyFolder } from './key-folder.ts';
import type { SealOptions, SigningPort } from './signing-port.ts';
import { verifySeal } from './verify-seal.ts';

const SIGNATURE_BYTES = 8192;
const VALID_YEARS = 10;
const AUTHORITY = 'Tanu test authority (demonstration, no legal force)';
const SUBJECT = 'Tanu technical seal (demonstration, no legal force)';

/** The port with its certificates, which a verifier outside needs. */
export interface TechnicalSeal extends SigningPort {
  /** The test authority's certificate, PEM. */
  authorityPem: string;
}

/**
 * Opens the technical seal of this instance: a test authority and an ECDSA P-256 certificate, made once
 * at the first start and kept in the data folder. It proves that a document was not changed; it is not
 * an electronic digital signature of the law, and its name says so (ruling 25).
 */
export async function openTechnicalSeal(dataDir: string, openedAt: string): Promise<TechnicalSeal> {
  const pem = await openKeyFolder(dataDir, 'technical-seal', ['seal.key.pem', 'seal.pem', 'authority.pem'], () =>
    makeCertificates(new Date(openedAt)),
  );
  const certificate = new X509Certificate(pem['seal.pem']);
  const authority = new X509Certificate(pem['authority.pem']);
  const privateKey = createPrivateKey(pem['seal.key.pem']);
  const chain = [certificate.raw, authority.raw];

  async function seal(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
    const sealedAt = new Date(options.sealedAt);
    if (Number.isNaN(sealedAt.getTime())) throw new Error('sealedAt is not an instant');
    const prepared = plainAddPlaceholder({
      pdfBuffer: Buffer.from(pdf),
      reason: options.reason,
      contactInfo: '',
      name: SUBJECT,
      location: '',
      signingTime: sealedAt,
      signatureLength: SIGNATURE_BYTES,
      subFilter: SUBFILTER_ETSI_CADES_DETACHED,
      appName: 'Tanu',
    });
    return new Uint8Array(await new SignPdf().sign(prepared, new CmsSigner(privateKey, chain)));
  }

  return {
    seal,
    verify: async (pdf) => verifySeal(pdf, [authority.raw]),
    describe: () => ({
      kind: 'technical',
      demonstration: true,
      subject: SUBJECT,
      issuer: AUTHORITY,
      algorithm: 'ECDSA P-256, SHA-256',
      certificateSha256: createHash('sha256').update(certificate.raw).digest('hex'),
      validFrom: certificate.validFromDate.toISOString(),
      validUntil: certificate.validToDate.toISOString(),
    }),
    authorityPem: pem['authority.pem'],
  };
}

class CmsSigner extends Signer {
  readonly #privateKey: KeyObject;
  readonly #chain: readonly Uint8Array[];

  constructor(privateKey: KeyObject, chain: readonly Uint8Array[]) {
    super();
    this.#privateKey = privateKey;
    this.#chain = chain;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(cmsSignature(content, this.#privateKey, this.#chain));
  }
}

type CertificateFile = 'seal.key.pem' | 'seal.pem' | 'authority.pem';

// The authority's private key is never written: it signs one certificate and is forgotten.
async function makeCertificates(now: Date): Promise<Record<CertificateFile, string>> {
  const newKeys = () => webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const authorityKeys = await newKeys();
  const sealKeys = await newKeys();
  const authority = await issue(AUTHORITY, AUTHORITY, authorityKeys.publicKey, authorityKeys.privateKey, now, true);
  const own = await issue(SUBJECT, AUTHORITY, sealKeys.publicKey, authorityKeys.privateKey, now, false);
  return {
    'seal.key.pem': toPem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', sealKeys.privateKey)),
    'seal.pem': toPem('CERTIFICATE', own),
    'authority.pem': toPem('CERTIFICATE', authority),
  };
}

async function issue(
  subject: string,
  issuer: string,
  publicKey: webcrypto.CryptoKey,
  issuerKey: webcrypto.CryptoKey,
  now: Date,
  isAuthority: boolean,
): Promise<ArrayBuffer> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = webcrypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: arrayBuffer(serial) });
  name(certificate.subject, subject);
  name(certificate.issuer, issuer);
  certificate.notBefore.value = new Date(now.getTime() - 86_400_000);
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + VALID_YEARS);
  certificate.notAfter.value = until;
  await certificate.subjectPublicKeyInfo.importKey(publicKey as CryptoKey);
  // keyCertSign and cRLSign for the authority; digitalSignature and contentCommitment for the seal.
  const usage = new asn1js.BitString({
    valueHex: Uint8Array.of(isAuthority ? 0x06 : 0xc0).buffer,
    unusedBits: isAuthority ? 1 : 6,
  });
  certificate.extensions = [
    extension('2.5.29.19', new pkijs.BasicConstraints({ cA: isAuthority }).toSchema()),
    extension('2.5.29.15', usage),
  ];
  await certificate.sign(issuerKey as CryptoKey, 'SHA-256');
  return certificate.toSchema(true).toBER();
}

function extension(extnID: string, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER() });
}

function name(target: pkijs.RelativeDistinguishedNames, commonName: string): void {
  const value = new asn1js.Utf8String({ value: commonName });
  target.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value }));
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines = Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
