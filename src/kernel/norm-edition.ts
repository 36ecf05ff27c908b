import { type Day, parseDay } from './day.ts';
import { DEADLINE_IDS } from './deadline-rule.ts';
import { LANGUAGES, type Localized } from './localized.ts';
import { MARKS } from './mark.ts';
import { deadlineRule, getNorm, normList, type Norm, type NormEdition, type NormValue } from './norms.ts';

/** What a number, or a list of dates, of a norm counts. */
export const NORM_UNITS = [
  'working', 'calendar', 'month', 'year', 'date', 'percent', 'second', 'minute', 'person', 'attempt', 'voucher', 'violation', 'round', 'case', 'appeal', 'tenge',
] as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an edition and refuses, as a fault, everything that is not exactly one.
 * A file names its sources once and its norms point at them; an edition stored after reading has them in each norm.
 */
export function parseNormEdition(json: unknown): NormEdition {
  const file = asObject(json, 'edition', ['edition', 'validFrom', 'norms'], ['sources']);
  const sources = asSources(file['sources'] ?? {});
  if (!Array.isArray(file['norms']) || file['norms'].length === 0) throw new Error('norms: must be a list with norms');
  const edition: NormEdition = {
    edition: asText(file['edition'], 'edition'),
    validFrom: asDay(file['validFrom'], 'validFrom'),
    norms: file['norms'].map((norm: unknown, index) => asNorm(norm, `norms[${index}]`, sources)),
  };
  assertNoTwins(edition);
  assertDeadlines(edition);
  return edition;
}

function asNorm(json: unknown, place: string, sources: ReadonlyMap<string, Localized>): Norm {
  const norm = asObject(json, place, ['key', 'value', 'mark', 'source'], ['unit', 'act', 'article']);
  const key = asText(norm['key'], `${place}.key`);
  return {
    key,
    value: asValue(norm['value'], `${key}.value`),
    mark: asMember(norm['mark'], MARKS, `${key}.mark`),
    source: asSource(norm['source'], `${key}.source`, sources),
    ...(norm['unit'] === undefined ? {} : { unit: asMember(norm['unit'], NORM_UNITS, `${key}.unit`) }),
    ...(norm['act'] === undefined ? {} : { act: asText(norm['act'], `${key}.act`) }),
    ...(norm['article'] === undefined ? {} : { article: asText(norm['article'], `${key}.article`) }),
  };
}

function asSources(json: unknown): ReadonlyMap<string, Localized> {
  const entries = Object.entries(asObject(json, 'sources'));
  return new Map(entries.map(([key, source]) => [key, asLocalized(source, `sources.${key}`)]));
}

function asSource(json: unknown, place: string, sources: ReadonlyMap<string, Localized>): Localized {
  if (typeof json !== 'string') return asLocalized(json, place);
  const source = sources.get(json);
  if (source === undefined) throw new Error(`${place}: ${json} is not among the sources`);
  return source;
}

function asLocalized(json: unknown, place: string): Localized {
  const texts = asObject(json, place, LANGUAGES);
  return { kk: asText(texts['kk'], `${place}.kk`), ru: asText(texts['ru'], `${place}.ru`), en: asText(texts['en'], `${place}.en`) };
}

function asObject(json: unknown, place: string, required: readonly string[] = [], optional?: readonly string[]): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error(`${place}: must be an object`);
  for (const name of required) if (!(name in json)) throw new Error(`${place}: ${name} is missing`);
  const known = [...required, ...(optional ?? [])];
  const stranger = known.length === 0 ? undefined : Object.keys(json).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`${place}: ${stranger} is not known here`);
  return json as Json;
}

function asText(json: unknown, place: string): string {
  if (typeof json !== 'string' || json.trim() === '' || json !== json.trim()) throw new Error(`${place}: must be a text`);
  return json;
}

function asDay(json: unknown, place: string): Day {
  const parsed = typeof json === 'string' ? parseDay(json) : undefined;
  if (parsed === undefined) throw new Error(`${place}: must be a day`);
  return parsed;
}

function asValue(json: unknown, place: string): NormValue {
  if (json === null || typeof json === 'boolean') return json;
  if (typeof json === 'number' && Number.isFinite(json) && json >= 0) return json;
  return asText(json, place);
}

function asMember<Member extends string>(json: unknown, members: readonly Member[], place: string): Member {
  const member = members.find((known) => known === json);
  if (member === undefined) throw new Error(`${place}: ${String(json)} is not one of ${members.join(' ')}`);
  return member;
}

function assertNoTwins(edition: NormEdition): void {
  const seen = new Set<string>();
  for (const { key } of edition.norms) {
    if (seen.has(key)) throw new Error(`${key}: stands twice`);
    seen.add(key);
  }
}

/** Every term has a rule that can be counted; the notice is one number however it is asked for. */
function assertDeadlines(edition: NormEdition): void {
  for (const id of DEADLINE_IDS) {
    const rule = deadlineRule(edition, id);
    if (rule.length !== undefined && (!Number.isInteger(rule.length) || rule.length < 1)) throw new Error(`deadline.${id}.length: must be whole days or months`);
    if (rule.unit === 'date' && (rule.dates.length === 0 || rule.dates.some((date) => parseDay(`2026-${date}`) === undefined))) {
      throw new Error(`deadline.${id}.length: must be dates of the year`);
    }
  }
  for (const id of normList(edition, 'deadline.hardStops')) asMember(id, DEADLINE_IDS, 'deadline.hardStops');
  if (getNorm(edition, 'notice.wholeDays').value !== getNorm(edition, 'deadline.T3.length').value) {
    throw new Error('notice.wholeDays: differs from deadline.T3.length');
  }
}
