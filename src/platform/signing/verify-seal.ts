import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { arrayBuffer, OID } from './cms-signature.ts';
import type { SealCheck, SealFault } from './signing-port.ts';

/**
 * Checks the last seal of a document: it covers the whole file, the digest and the signature hold, the
 * certificate is the one named in the signed attributes and comes from one of the trusted authorities
 * (DER). Expiry and revocation are not looked at: a document stays what it was when its seal ran out.
 */
export function verifySeal(pdf: Uint8Array, trusted: readonly Uint8Array[]): SealCheck {
  const parts = signedParts(pdf);
  if (typeof parts === 'string') return { valid: false, fault: parts };
  try {
    return checkCms(parts.content, parts.signature, trusted);
  } catch {
    return { valid: false, fault: 'unreadable' };
  }
}

function signedParts(pdf: Uint8Array): { content: Uint8Array; signature: Uint8Array } | SealFault {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const at = bytes.lastIndexOf('/ByteRange');
  if (at === -1) return 'not-signed';
  const match = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(bytes.toString('latin1', at, at + 120));
  if (match === null) return 'unreadable';
  const [start, length, second, rest] = match.slice(1).map(Number) as [number, number, number, number];
  // Anything outside the two ranges but the signature itself could be changed without being noticed.
  if (start !== 0 || second <= length || second + rest !== bytes.length) return 'not-whole';
  const hole = bytes.toString('latin1', length, second);
  if (!/^<[0-9A-Fa-f]+>$/.test(hole)) return 'not-whole';
  return {
    content: Buffer.concat([bytes.subarray(0, length), bytes.subarray(second)]),
    signature: Buffer.from(hole.slice(1, -1), 'hex'),
  };
}

function checkCms(content: Uint8Array, signature: Uint8Array, trusted: readonly Uint8Array[]): SealCheck {
  const fail = (fault: SealFault): SealCheck => ({ valid: false, fault });
  const parsed = asn1js.fromBER(arrayBuffer(signature));
  if (parsed.offset === -1) return fail('unreadable');
  const info = new pkijs.ContentInfo({ schema: parsed.result });
  if (info.contentType !== OID.signedData) return fail('unreadable');
  const data = new pkijs.SignedData({ schema: info.content });
  const [signer, ...others] = data.signerInfos;
  if (signer === undefined || others.length > 0 || signer.signedAttrs === undefined) return fail('unreadable');
  if (signer.digestAlgorithm.algorithmId !== OID.sha256) return fail('unreadable');
  if (signer.signatureAlgorithm.algorithmId !== OID.ecdsaWithSha256) return fail('unreadable');

  const attributes = signer.signedAttrs.attributes;
  const valueOf = (type: string): asn1js.BaseBlock | undefined =>
    attributes.find((one) => one.type === type)?.values[0] as asn1js.BaseBlock | undefined;
  const digest = valueOf(OID.messageDigest);
  if (!(digest instanceof asn1js.OctetString) || !same(digest, sha256(content))) return fail('digest');

  const certificates = (data.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
  const named = hashOfSigningCertificate(valueOf(OID.signingCertificateV2));
  const own = certificates
    .map((one) => Buffer.from(one.toSchema().toBER()))
    .find((der) => named !== undefined && same(named, sha256(der)));
  if (own === undefined) return fail('certificate-binding');

  const certificate = new X509Certificate(own);
  const signed = Buffer.from(signer.signedAttrs.encodedValue);
  const value = Buffer.from(signer.signature.valueBlock.valueHexView);
  if (!verify('sha256', signed, { key: certificate.publicKey, dsaEncoding: 'der' }, value)) return fail('signature');
  const isTrusted = trusted.some((der) => {
    const authority = new X509Certificate(der);
    return authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  });
  if (!isTrusted) return fail('untrusted');
  return { valid: true, subject: certificate.subject, certificateSha256: sha256(own).toString('hex') };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function same(value: asn1js.OctetString, expected: Buffer): boolean {
  const bytes = Buffer.from(value.valueBlock.valueHexView);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

// SigningCertificateV2 ::= SEQUENCE { SEQUENCE OF ESSCertIDv2 { [SHA-256 by default] OCTET STRING … } }
function hashOfSigningCertificate(value: asn1js.BaseBlock | undefined): asn1js.OctetString | undefined {
  const first = (block: asn1js.BaseBlock | undefined): asn1js.BaseBlock | undefined =>
    block instanceof asn1js.Sequence ? block.valueBlock.value[0] : undefined;
  const hash = first(first(first(value)));
  return hash instanceof asn1js.OctetString ? hash : undefined;
}
