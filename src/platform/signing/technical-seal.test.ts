import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPER_SAMPLES } from '../pdf/paper-samples.ts';
import { closePdf, renderPdf } from '../pdf/render-pdf.ts';
import { openCheckpointKey, verifyBytes } from './checkpoint-key.ts';
import { openTechnicalSeal, type TechnicalSeal } from './technical-seal.ts';

const openedAt = '2026-10-14T11:00:00.000Z';
const act = { reason: 'Тану туралы құжатты беру', sealedAt: '2026-10-14T11:08:00.000Z' };
const folders: string[] = [];
let seal: TechnicalSeal;
let plain: Uint8Array;
let sealed: Uint8Array;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tanu-signing-'));
  folders.push(made);
  return made;
}

// A hex digit stays one: '0' to '9' and 'a' to 'f' change into their neighbours.
function flipped(pdf: Uint8Array, at: number): Uint8Array {
  const altered = Uint8Array.from(pdf);
  const byte = altered[at] ?? 0;
  altered[at] = byte === 0x61 || byte === 0x66 ? 0x62 : byte ^ 1;
  return altered;
}

beforeAll(async () => {
  seal = await openTechnicalSeal(folder(), openedAt);
  plain = await renderPdf('recognition-document', PAPER_SAMPLES['recognition-document'], {
    standard: 'ua-1',
    createdAt: act.sealedAt,
  });
  sealed = await seal.seal(plain, act);
});

afterAll(async () => {
  await closePdf();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

describe('the technical seal', () => {
  it('is valid on the document it was put on, which stays byte for byte below it', async () => {
    expect(await seal.verify(sealed)).toMatchObject({ valid: true });
    expect(Buffer.from(sealed.subarray(0, plain.length - 1)).equals(Buffer.from(plain.subarray(0, plain.length - 1)))).toBe(true);
  });

  it('breaks when a byte of the document is flipped, wherever it is', async () => {
    const text = Buffer.from(sealed).toString('latin1');
    const hole = text.lastIndexOf('/Contents <') + '/Contents '.length;
    const holeEnd = text.indexOf('>', hole) + 1;
    const places = Array.from({ length: 60 }, (_, part) => Math.floor((sealed.length * part) / 60));
    const tested = [...places.filter((at) => at < hole || at >= holeEnd), hole - 1, hole, holeEnd - 1, holeEnd, sealed.length - 1];
    expect(tested.length).toBeGreaterThan(40);
    for (const at of tested) {
      expect((await seal.verify(flipped(sealed, at))).valid, `byte ${at}`).toBe(false);
    }
  });

  it('breaks when the digest or the signature value is another', async () => {
    const text = Buffer.from(sealed).toString('latin1');
    const digestAt = text.indexOf('06092a864886f70d010904') + 30;
    const lastDigit = /0*>/.exec(text.slice(text.lastIndexOf('/Contents <')))?.index ?? 0;
    const signatureAt = text.lastIndexOf('/Contents <') + lastDigit - 8;
    expect(await seal.verify(flipped(sealed, digestAt))).toEqual({ valid: false, fault: 'digest' });
    expect(await seal.verify(flipped(sealed, signatureAt))).toEqual({ valid: false, fault: 'signature' });
  });

  it('breaks when something is appended after it', async () => {
    const appended = new Uint8Array([...sealed, ...Buffer.from('\n1 0 obj\n<<>>\nendobj\n')]);
    expect(await seal.verify(appended)).toEqual({ valid: false, fault: 'not-whole' });
  });

  it('is not trusted when another instance made it', async () => {
    const other = await openTechnicalSeal(folder(), openedAt);
    expect(await seal.verify(await other.seal(plain, act))).toEqual({ valid: false, fault: 'untrusted' });
  });

  it('is missing on a document nobody sealed', async () => {
    expect(await seal.verify(plain)).toEqual({ valid: false, fault: 'not-signed' });
  });

  it('covers the document again when it is sealed a second time', async () => {
    expect(await seal.verify(await seal.seal(sealed, act))).toMatchObject({ valid: true });
  });

  it('says in its certificate that it is technical and has no legal force', () => {
    expect(seal.describe()).toMatchObject({ kind: 'technical', demonstration: true });
    const authority = new X509Certificate(seal.authorityPem);
    expect(authority.subject).toContain('no legal force');
    expect(seal.describe().subject).toMatch(/technical seal.*no legal force/);
  });

  it('declares PAdES baseline: signing-certificate-v2 is there, signing-time is not', () => {
    const text = Buffer.from(sealed).toString('latin1');
    const cms = Buffer.from(/\/Contents <([0-9a-f]+)>/.exec(text)?.[1] ?? '', 'hex').toString('hex');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(cms).toContain('060b2a864886f70d010910022f');
    expect(cms).not.toContain('06092a864886f70d010905');
  });

  it('has one key for ever, readable by the owner only', async () => {
    const data = folder();
    const [first, second] = await Promise.all([openTechnicalSeal(data, openedAt), openTechnicalSeal(data, openedAt)]);
    const again = await openTechnicalSeal(data, '2027-01-01T00:00:00.000Z');
    expect(new Set([first, second, again].map((one) => one.describe().certificateSha256)).size).toBe(1);
    expect(readdirSync(data)).toEqual(['technical-seal']);
    for (const file of readdirSync(join(data, 'technical-seal'))) {
      expect(statSync(join(data, 'technical-seal', file)).mode & 0o777).toBe(0o600);
    }
  });
});

describe('the checkpoint key', () => {
  it('signs what the published key confirms, and nothing else', async () => {
    const data = folder();
    const key = await openCheckpointKey(data);
    const bytes = new TextEncoder().encode('журнал · 42');
    const signature = key.signBytes(bytes);
    expect(key.verifyBytes(bytes, signature)).toBe(true);
    expect(verifyBytes(bytes, signature, key.publicKeyPem)).toBe(true);
    expect(key.verifyBytes(new TextEncoder().encode('журнал · 43'), signature)).toBe(false);
    expect(key.verifyBytes(bytes, signature.subarray(1))).toBe(false);
    expect((await openCheckpointKey(data)).id).toBe(key.id);
    expect((await openCheckpointKey(folder())).verifyBytes(bytes, signature)).toBe(false);
  });
});
