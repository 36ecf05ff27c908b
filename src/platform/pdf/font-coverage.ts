import { readFileSync } from 'node:fs';

/** Answers whether a font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads the character map (format 4 or 12) of a TrueType font.
 * Typst refuses PDF/UA and PDF/A when a glyph is missing, so one emoji in a complaint would leave a
 * person without an answer: what the font cannot draw must be known beforehand.
 */
export function fontCoverage(path: string): Coverage {
  const font = readFileSync(path);
  const ranges = readRanges(font, tableOffset(font, 'cmap'));
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`font without ${tag} table`);
}

function readRanges(font: Buffer, cmap: number): [number, number][] {
  const ranges: [number, number][] = [];
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
        const at = table + 16 + group * 12;
        ranges.push([font.readUInt32BE(at), font.readUInt32BE(at + 4)]);
      }
    } else if (format === 4) {
      const segments = font.readUInt16BE(table + 6) / 2;
      for (let segment = 0; segment < segments; segment++) {
        const last = font.readUInt16BE(table + 14 + segment * 2);
        const first = font.readUInt16BE(table + 16 + (segments + segment) * 2);
        if (last !== 0xffff) ranges.push([first, last]);
      }
    }
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

const REPLACEMENT = '?';

/** The text as the font can draw it: control characters go, unknown characters become a question mark, numbers keep to their word. */
export function drawable(text: string, covers: Coverage): string {
  let result = '';
  for (const character of text.normalize('NFC').replaceAll(/\r\n?/g, '\n')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0x0a || codePoint === 0x09) result += codePoint === 0x09 ? ' ' : character;
    else if (isInvisible(codePoint)) continue;
    else result += covers(codePoint) ? character : REPLACEMENT;
  }
  // "14 октября", "№ 477", "45 000 ₸" stay on one line.
  return result.replaceAll(/(?<=[№\d]) (?=[\p{L}\d₸%°])/gu, '\u00a0');
}

function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff
  );
}
