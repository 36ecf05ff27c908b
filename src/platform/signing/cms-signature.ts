import { createHash, sign, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/** A copy of the bytes in a buffer of their own, as the ASN.1 libraries want it. */
export function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

/** A certificate from its DER. */
export function readCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(arrayBuffer(der));
}

/**
 * A detached CMS signature as PAdES baseline wants it: SHA-256, content-type, message-digest and
 * signing-certificate-v2, and no signing-time (the time stands in the signature dictionary).
 */
export function cmsSignature(content: Uint8Array, privateKey: KeyObject, chain: readonly Uint8Array[]): Uint8Array {
  const own = chain[0];
  if (own === undefined) throw new Error('no certificate to sign with');
  const certificate = readCertificate(own);
  const attributes = signedAttributes(content, own);
  const signature = sign('sha256', new Uint8Array(attributes.toBER()), { key: privateKey, dsaEncoding: 'der' });
  // Inside the signer info the same set carries the tag [0]; the signature is over the plain SET.
  const implicit = new asn1js.Constructed({
    idBlock: { tagClass: 3, tagNumber: 0 },
    value: attributes.valueBlock.value,
  });
  const sha256 = () => new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: OID.sha256 })] });
  const signerInfo = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }).toSchema(),
      sha256(),
      implicit,
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: OID.ecdsaWithSha256 })] }),
      new asn1js.OctetString({ valueHex: arrayBuffer(signature) }),
    ],
  });
  const signedData = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.Set({ value: [sha256()] }),
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: OID.data })] }),
      new asn1js.Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: chain.map((der) => asn1js.fromBER(arrayBuffer(der)).result),
      }),
      new asn1js.Set({ value: [signerInfo] }),
    ],
  });
  const contentInfo = new asn1js.Sequence({
    value: [
      new asn1js.ObjectIdentifier({ value: OID.signedData }),
      new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [signedData] }),
    ],
  });
  return new Uint8Array(contentInfo.toBER());
}

// In the order DER wants for a SET: by encoded bytes, which here is by length.
function signedAttributes(content: Uint8Array, certificate: Uint8Array): asn1js.Set {
  const hash = (bytes: Uint8Array) => arrayBuffer(createHash('sha256').update(bytes).digest());
  const attribute = (oid: string, value: asn1js.BaseBlock) =>
    new asn1js.Sequence({
      value: [new asn1js.ObjectIdentifier({ value: oid }), new asn1js.Set({ value: [value] })],
    });
  const certificateId = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: hash(certificate) })] });
  return new asn1js.Set({
    value: [
      attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: hash(content) })),
      attribute(
        OID.signingCertificateV2,
        new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [certificateId] })] }),
      ),
    ],
  });
}
