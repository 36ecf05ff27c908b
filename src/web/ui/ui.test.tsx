import { readdirSync, readFileSync } from 'node:fs';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ErrorSummary, Form, freshForm, PasswordField, Radios, TextField } from './form.tsx';
import { Gallery } from './gallery.tsx';
import { galleryText } from './gallery-text.ts';
import { AccountLayout, BareLayout, OfficeLayout, PublicLayout } from './layout.tsx';
import { pageTitle, pathInLanguage } from './page.tsx';
import type { PageProps } from './page.tsx';
import { fill, LanguageContext, UI_LANGUAGES, uiText } from './ui-text.ts';
import type { UiLanguage } from './ui-text.ts';

const assets = { css: ['/assets/tanu.css'] };
const user = { name: 'Н. Сейітқали', initials: 'НС', desk: 'Кандидат', links: [{ href: '/kk/account', text: 'Кабинет' }], signOut: { action: '/kk/sign-out', csrf: 'c' } };

function pageProps(lang: UiLanguage, title: string): PageProps {
  return { lang, title, path: `/${lang}/professions?q=1`, assets, user, demo: true, demoClock: '10:20', nav: [{ href: '/a', text: 'a', count: 3, icon: 'inbox', current: true }], crumbs: [{ text: 'a', href: '/' }, { text: 'b' }], back: { href: '/' }, flash: { tone: 'green', text: 'ok' } };
}

function layouts(lang: UiLanguage, title = 'x'): readonly (readonly [string, VNode])[] {
  const props = pageProps(lang, title);
  return [
    ['public', <PublicLayout {...props} signInHref="/in" helpNav={[{ href: '/help', text: 'h' }]} asOf="2026"><Gallery /></PublicLayout>],
    ['account', <AccountLayout {...props}><Gallery /></AccountLayout>],
    ['office', <OfficeLayout {...props} org={{ name: 'o', note: 'n' }} find={{ action: '/find', hint: 'h' }} notices={{ href: '/n', text: '3' }} navGroups={[{ title: 'g', items: [{ href: '/m', text: 'm' }] }]}><Gallery /></OfficeLayout>],
    ['exam', <BareLayout {...props} heading="h" subheading="s"><Gallery /></BareLayout>],
    ['marking', <BareLayout {...props} kind="marking"><Gallery /></BareLayout>],
    ['plain', <BareLayout {...props} kind="plain"><Gallery /></BareLayout>],
  ];
}

function inLanguage(lang: UiLanguage, node: VNode): string {
  return render(<LanguageContext.Provider value={lang}>{node}</LanguageContext.Provider>);
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();

describe('words of the interface', () => {
  it.each(['ru', 'en'] as const)('has every key and placeholder of the Kazakh catalogue in %s', (lang) => {
    for (const [mine, theirs] of [[uiText(lang), uiText('kk')], [galleryText(lang), galleryText('kk')]] as const) {
      expect(Object.keys(mine)).toEqual(Object.keys(theirs));
      for (const [key, text] of Object.entries(theirs)) {
        expect(placeholders(mine[key as keyof typeof mine] as string), key).toEqual(placeholders(text));
        expect((mine[key as keyof typeof mine] as string).trim(), key).not.toBe('');
      }
    }
  });

  it('leaves an unknown placeholder visible instead of printing undefined', () => {
    expect(fill('{page} / {pages}', { page: 2 })).toBe('2 / {pages}');
  });
});

describe.each(UI_LANGUAGES)('pages in %s', (lang) => {
  it.each(layouts(lang).map(([name]) => name))('draws the %s page with every part, without inline styles and scripts', (name) => {
    const html = render(layouts(lang).find(([each]) => each === name)![1]);
    expect(html).toContain(`<html lang="${lang}"`);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<script|<style|\son[a-z]+="/i);
    expect(html).not.toMatch(/undefined|\[object Object\]|\{\w+\}/);
    expect(html.match(/<main\b/g)).toHaveLength(1);
    expect(html).toContain(uiText(lang).skip);
  });

  it('never uses one identifier twice on a page and points only at what exists', () => {
    const html = render(layouts(lang)[0]![1]);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const pointed = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(([, all]) => all!.split(' '));
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
    const summary = [...html.matchAll(/href="#(f-[^"]+)"/g)].map(([, id]) => id!);
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a page', () => {
  it('keeps the place and the query when the language is switched', () => {
    expect(pathInLanguage('/kk/professions/12?q=a&page=2', 'ru')).toBe('/ru/professions/12?q=a&page=2');
    expect(pathInLanguage('/kk', 'en')).toBe('/en');
    expect(pathInLanguage('/kk?x=1', 'en')).toBe('/en?x=1');
    expect(pathInLanguage('/kkk/x', 'en')).toBe('/en/kkk/x');
  });

  it('begins the title of a page with errors by the word for error', () => {
    expect(pageTitle('Өтініш', 'kk')).toBe('Өтініш – Tanu');
    expect(pageTitle('Заявление', 'ru', true)).toBe('Ошибка: Заявление – Tanu');
  });

  it('writes angle brackets of people as text', () => {
    const evil = '<script>alert(1)</script>';
    const html = render(<PublicLayout {...pageProps('en', evil)} flash={{ tone: 'red', text: evil }}><p>{evil}</p></PublicLayout>);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script');
  });

  it('carries the print size and the colours a person chose', () => {
    const html = render(<PublicLayout {...pageProps('kk', 'x')} display={{ print: '200', theme: 'dark' }} />);
    expect(html).toContain('data-print="200"');
    expect(html).toContain('data-theme="dark"');
  });
});

describe('a form', () => {
  const form = { values: { name: '<b>Ә"', colour: 'r' }, errors: [{ field: 'name', message: 'M1' }, { message: 'M2' }] };

  it('keeps the typed text and ties hint and error to the field', () => {
    const html = inLanguage('kk', <TextField form={form} name="name" label="L" hint="H" />);
    expect(html).toContain('value="&lt;b>Ә&quot;"');
    expect(html).toContain('aria-describedby="f-name-hint f-name-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="f-name-error"');
  });

  it('lists every error at the top, with a link where there is a field', () => {
    const html = inLanguage('ru', <ErrorSummary form={form} />);
    expect(html).toContain('<a href="#f-name">M1</a>');
    expect(html).toContain('<b>M2</b>');
    expect(html).toContain('role="alert"');
    expect(inLanguage('ru', <ErrorSummary form={freshForm()} />)).toBe('');
  });

  it('never gives a password back', () => {
    expect(inLanguage('kk', <PasswordField form={freshForm({ password: 'secret' })} name="password" label="L" />)).not.toContain('secret');
  });

  it('checks the choice that was made', () => {
    const html = inLanguage('kk', <Radios form={form} name="colour" label="L" options={[{ value: 'g', label: 'G' }, { value: 'r', label: 'R' }]} />);
    expect(html).toMatch(/value="r"[^>]* checked/);
    expect(html).not.toMatch(/value="g"[^>]* checked/);
  });

  it('carries the key of the request and leaves checking to the server', () => {
    const html = inLanguage('kk', <Form action="/x" csrf="c1" requestKey="k1" version={3} files>x</Form>);
    for (const field of ['name="csrf" value="c1"', 'name="requestKey" value="k1"', 'name="version" value="3"']) expect(html).toContain(field);
    expect(html).toMatch(/novalidate/i);
    expect(html).toContain('enctype="multipart/form-data"');
  });
});

describe('the gallery', () => {
  it('shows every component of the folder', () => {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.tsx') && !/^(gallery|ui\.test|layout|page|foot|crumbs|mark\.)/.test(file));
    const shown = [...readdirSync(folder)].filter((file) => file.startsWith('gallery')).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
    const names = files.flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name]) => name!));
    const insideOthers = ['Icon', 'IconLinks', 'FieldError', 'FieldGroup', 'FieldsetGroup', 'HiddenFields', 'Move', 'Figure', 'Share', 'LanguageSwitch', 'DisplayLink', 'Brand', 'DemoWords', 'NavList', 'UserMenu'];
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !insideOthers.includes(name) && !shown.includes(`<${name}`))).toEqual([]);
  });
});
