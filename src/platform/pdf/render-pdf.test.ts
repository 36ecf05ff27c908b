import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { KAZAKH_LETTERS, PAPER_SAMPLES } from './paper-samples.ts';
import { PAPER_KINDS, PDF_STANDARDS, type PaperData, type PaperKind, type PdfStandard } from './papers.ts';
import { closePdf, renderPdf } from './render-pdf.ts';

const createdAt = '2026-10-14T11:08:00.000Z';

afterAll(closePdf);

async function rendered<K extends PaperKind>(kind: K, data: PaperData[K], standard: PdfStandard = 'ua-1') {
  return Buffer.from(await renderPdf(kind, data, { standard, createdAt }));
}

function streams(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const body = pdf.subarray(at + 7, pdf.indexOf('endstream', at));
    try {
      found.push(inflateSync(body).toString('latin1'));
    } catch {
      found.push(body.toString('utf8'));
    }
  }
  return found;
}

/** Which languages a screen reader is told, in the structure or beside the text. */
function languages(pdf: Buffer): string[] {
  const everything = [pdf.toString('latin1'), ...streams(pdf)].join('\n');
  return [...new Set([...everything.matchAll(/\/Lang\s*\((\w+)\)/g)].map((match) => match[1] ?? ''))].sort();
}

/** The characters a reader can copy out: the targets of the fonts' maps to Unicode. */
function readableCharacters(pdf: Buffer): Set<string> {
  const characters = new Set<string>();
  for (const map of streams(pdf).filter((one) => one.includes('begincmap'))) {
    for (const [, target] of map.matchAll(/<[0-9a-fA-F]+>\s*<([0-9a-fA-F]+)>\s*\n/g)) {
      const text = Buffer.from(target ?? '', 'hex').swap16().toString('utf16le');
      for (const character of text) characters.add(character);
    }
  }
  return characters;
}

function lettersOf(data: unknown): Set<string> {
  return new Set(JSON.stringify(data).match(/[\p{L}₸№«»]/gu));
}

describe.each(PAPER_KINDS)('the paper %s', (kind) => {
  it.each(PDF_STANDARDS)('meets %s with a long Kazakh name', async (standard) => {
    const pdf = await rendered(kind, PAPER_SAMPLES[kind], standard);
    const metadata = streams(pdf).find((one) => one.includes('<x:xmpmeta')) ?? '';
    expect(metadata).toMatch(standard === 'ua-1' ? /<pdfuaid:part>1</ : /<pdfaid:part>2<.*<pdfaid:conformance>B</s);
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(languages(pdf)).toEqual(expect.arrayContaining(['kk', 'ru']));
    expect(metadata).toContain('<rdf:li>kk</rdf:li>');
  });

  it('lets a reader copy every letter of its data', async () => {
    const sample = PAPER_SAMPLES[kind];
    const readable = readableCharacters(await rendered(kind, sample));
    const { verifyUrl: _drawnAsQr, verifyAddress: _short, ...printed } = { verifyUrl: '', verifyAddress: '', ...sample };
    const keys = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const missing = [...lettersOf(printed)].filter((letter) => !keys.has(letter) && !readable.has(letter));
    expect(missing).toEqual([]);
  });

  it('carries the mark of a sample, with its English words, only in a demonstration', async () => {
    const sample = { ...PAPER_SAMPLES[kind] };
    const demonstration = await rendered(kind, sample);
    const earnest = await rendered(kind, { ...sample, demo: false });
    expect(languages(demonstration)).toContain('en');
    expect(languages(earnest)).not.toContain('en');
  });
});

it('prints every Kazakh letter and the sign of the tenge', async () => {
  const sample = PAPER_SAMPLES['complaint-answer'];
  const readable = readableCharacters(await rendered('complaint-answer', { ...sample, answer: { kk: KAZAKH_LETTERS } }));
  expect([...KAZAKH_LETTERS].filter((letter) => letter !== ' ' && !readable.has(letter))).toEqual([]);
});

it('gives the same bytes for the same data and instant, and other bytes a second later', async () => {
  const sample = PAPER_SAMPLES['recognition-document'];
  const first = await rendered('recognition-document', sample, 'a-2b');
  const second = await rendered('recognition-document', sample, 'a-2b');
  const later = await renderPdf('recognition-document', sample, { standard: 'a-2b', createdAt: '2026-10-14T11:08:01.000Z' });
  expect(second.equals(first)).toBe(true);
  expect(first.equals(Buffer.from(later))).toBe(false);
});

describe('what a person wrote', () => {
  const sample = PAPER_SAMPLES['complaint-answer'];

  it('does not fail a paper when the font lacks a character', async () => {
    const answer = { ru: 'Спасибо 👍 您好 \u0007\u200b\nвторая строка' };
    await expect(rendered('complaint-answer', { ...sample, answer })).resolves.toBeInstanceOf(Buffer);
  });

  it('is never read as markup', async () => {
    const answer = { kk: '#panic("сынды") $x$ *a* <b> @c [d] /* \\ "' };
    const readable = readableCharacters(await rendered('complaint-answer', { ...sample, answer }));
    expect([...'#$*<>@[]\\"'].filter((sign) => !readable.has(sign))).toEqual([]);
  });
});

const ENGLISH = { profession: 'Electric and gas welder', level: 'level 4, NQF', scope: 'the whole profession', centre: 'Demonstration recognition centre', decision: '12 October 2026, No 208', issuedOn: '14 October 2026', validUntil: '14 October 2031', verifyAddress: 'tanu.example/en/verify' }

describe('the rarer turns of a paper', () => {
  const document = PAPER_SAMPLES['recognition-document'];
  const contract = PAPER_SAMPLES.contract;
  const protocol = PAPER_SAMPLES.protocol;
  const notification = PAPER_SAMPLES.notification;
  const turns: [string, () => Promise<Buffer>][] = [
    ['an unlimited document that replaces another', () => rendered('recognition-document', { ...document, validUntil: null, replaces: '7K3M-Q9TD-2XWV-J' })],
    ['a document that carries English too', () => rendered('recognition-document', { ...document, english: ENGLISH })],
    ['a contract paid by the candidate and not yet signed', () => rendered('contract', { ...contract, payer: { kind: 'candidate' }, concludedOn: null })],
    ['a contract and a notification of a case that counts violations by the stage', async () => Buffer.concat([await rendered('contract', { ...contract, violationsByStage: true, stageAgainPaid: true }), await rendered('notification', { ...notification, violationsByStage: true })])],
    ['a contract of a retake and a notice whose price follows a rule', async () => { const rule = { kk: 'Алғашқы қайта тапсыру тегін.', ru: 'Первая пересдача бесплатна.' }; return Buffer.concat([await rendered('contract', { ...contract, price: { ...contract.price, rule }, retakeRule: rule }), await rendered('fail-notice', { ...PAPER_SAMPLES['fail-notice'], retake: { ...PAPER_SAMPLES['fail-notice'].retake, rule } })]) }],
    ['a contract paid by a voucher', () => rendered('contract', { ...contract, payer: { kind: 'voucher', voucherNumber: 'В-2026-0001' } })],
    ['a protocol of a no-show', () => rendered('protocol', { ...protocol, theory: null, practice: null, violations: [], accommodations: [], recording: null })],
    ['an on-line notification in place of another', () => rendered('notification', { ...notification, replaces: '1', accommodation: null, online: { link: 'https://tanu.example/install', requirements: [{ kk: 'веб-камера', ru: 'веб-камера' }] } })],
    ['an application without employer and attachments', () => rendered('application', { ...PAPER_SAMPLES.application, employer: null, attachments: [], accommodation: { kk: 'сурдоаудармашы', ru: 'сурдопереводчик' } })],
    ['a notice of non-passing with a second instance', () => rendered('fail-notice', { ...PAPER_SAMPLES['fail-notice'], terms: { ...PAPER_SAMPLES['fail-notice'].terms, secondAppeal: true } })],
    ['a rejected appeal without consequences', () => rendered('appeal-decision', { ...PAPER_SAMPLES['appeal-decision'], upheld: false, consequences: [] })],
    ['a form of a known centre', () => rendered('application-form', { demo: false, centreName: { kk: 'Үлгі орталығы', ru: 'Образцовый центр' } })],
  ];
  it.each(turns)('are printed: %s', async (_name, render) => {
    expect((await render()).length).toBeGreaterThan(10_000);
  });

  it('tells a screen reader what is English on a document that carries it, and no other is', async () => {
    const earnest = { ...document, demo: false }
    expect(languages(await rendered('recognition-document', { ...earnest, english: ENGLISH }))).toContain('en');
    expect(languages(await rendered('recognition-document', { ...earnest, english: { ...ENGLISH, validUntil: null } }))).toContain('en');
    expect(languages(await rendered('recognition-document', earnest))).not.toContain('en');
  });

  it.each([['in its two languages', {}], ['with English beside them', { english: { ...ENGLISH, profession: 'Specialist in the repair and maintenance of equipment of industrial enterprises with a long name', centre: 'Recognition centre of professional qualifications of the Union of Mechanical Engineers of Kazakhstan' } }]])('keeps the recognition document on one page with long titles, %s', async (_how, english) => {
    const long = 'Ұзақ атаулы өнеркәсіптік кәсіпорындардың жабдықтарын жөндеу және күтіп ұстау жөніндегі мамандар даярлау ';
    const pdf = await rendered('recognition-document', {
      ...document,
      ...english,
      replaces: '7K3M-Q9TD-2XWV-J',
      qualification: { ...document.qualification, basis: { kk: long + long, ru: long + long } },
      holder: { ...document.holder, name: 'Әбдірахманқызы-Өтеғұлова Жұлдызайым-Гүлбаршын Әбдіғаппарқызы' },
    });
    expect(pdf.toString('latin1')).toMatch(/\/Type\s*\/Pages[^>]*\/Count 1\b/s);
  });
});

it('rejects an instant that is none, without harm to the next paper', async () => {
  const sample = PAPER_SAMPLES['application-form'];
  await expect(renderPdf('application-form', sample, { standard: 'ua-1', createdAt: 'кеше' })).rejects.toThrow('createdAt');
  expect((await rendered('application-form', sample)).subarray(0, 5).toString()).toBe('%PDF-');
});
