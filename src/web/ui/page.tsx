import type { ComponentChildren } from 'preact';
import { BackLink, Crumbs } from './crumbs.tsx';
import type { Crumb } from './crumbs.tsx';
import type { IconName } from './icon.tsx';
import { NoticeBox } from './notice-box.tsx';
import type { NoticeTone } from './notice-box.tsx';
import { LanguageContext, uiText, useUiText } from './ui-text.ts';
import type { UiLanguage } from './ui-text.ts';

export const PRINT_SIZES = ['150', '200'] as const;
export type PrintSize = (typeof PRINT_SIZES)[number];

export const THEMES = ['light', 'dark', 'device'] as const;
export type Theme = (typeof THEMES)[number];

/** How this person wants pages drawn; kept in a cookie by the web layer. */
export interface Display {
  readonly print?: PrintSize | undefined;
  readonly theme?: Theme | undefined;
}

export interface Assets {
  readonly css: readonly string[];
  readonly scripts?: readonly string[] | undefined;
  /** What a browser needs to show the site as an application. */
  readonly app?: { readonly icon: string; readonly touchIcon: string; readonly manifest: string } | undefined;
}

export interface NavItem {
  readonly href: string;
  readonly text: string;
  readonly icon?: IconName | undefined;
  readonly count?: string | number | undefined;
  readonly current?: boolean | undefined;
}

/** Lines of a menu that belong together. */
export interface NavGroup {
  readonly title: string;
  readonly items: readonly NavItem[];
}

export interface PageUser {
  readonly name: string;
  readonly desk?: string | undefined;
  readonly initials?: string | undefined;
  readonly links?: readonly NavItem[] | undefined;
  readonly signOut?: { readonly action: string; readonly csrf: string } | undefined;
}

export interface Flash {
  readonly tone: NoticeTone;
  readonly text: ComponentChildren;
}

export interface PageProps {
  readonly lang: UiLanguage;
  readonly title: string;
  /** Address of this page with its query, beginning with the language: /kk/…; the language switch keeps the rest. */
  readonly path: string;
  readonly assets: Assets;
  readonly display?: Display | undefined;
  readonly user?: PageUser | undefined;
  readonly nav?: readonly NavItem[] | undefined;
  readonly demo?: boolean | undefined;
  readonly demoClock?: string | undefined;
  readonly flash?: Flash | undefined;
  readonly description?: string | undefined;
  /** True when the page shows errors of a form: the title then begins with the word for error. */
  readonly hasErrors?: boolean | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly back?: { readonly href: string; readonly text?: string | undefined } | undefined;
  readonly children?: ComponentChildren;
}

/** The colour of the head, for the bar that a telephone draws around the page. */
const NIGHT = '#0B2F42';
const NIGHT_DARK = '#071420';

/** The same page in another language: first segment of the address changed, rest and query kept. */
export function pathInLanguage(path: string, lang: UiLanguage): string {
  const rest = path.replace(/^\/(kk|ru|en)(?=[/?#]|$)/, '');
  return `/${lang}${rest.startsWith('/') || rest.startsWith('?') || rest.startsWith('#') || rest === '' ? rest : `/${rest}`}`;
}

/** Address of the page of display settings, with the way back to this page. */
export function displayPath(path: string, lang: UiLanguage): string {
  return `/${lang}/display?from=${encodeURIComponent(path)}`;
}

/** Text of the title element: "Page – Tanu", errors named first. */
export function pageTitle(title: string, lang: UiLanguage, hasErrors = false): string {
  const text = uiText(lang);
  return `${hasErrors ? `${text.error}: ` : ''}${title} – ${text.brand}`;
}

export interface DocumentProps extends PageProps {
  readonly bodyClass?: string | undefined;
}

/** The whole html tree of a page: head, skip link, body; every layout is drawn inside it. */
export function Document({ lang, title, assets, display, description, hasErrors, bodyClass, children }: DocumentProps) {
  const text = uiText(lang);
  return (
    <html lang={lang} data-print={display?.print} data-theme={display?.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={display?.theme === 'dark' ? 'dark' : display?.theme === 'device' ? 'light dark' : 'light'} />
        <title>{pageTitle(title, lang, hasErrors)}</title>
        {description && <meta name="description" content={description} />}
        <meta name="theme-color" content={display?.theme === 'dark' ? NIGHT_DARK : NIGHT} />
        {assets.app && <><link rel="icon" href={assets.app.icon} type="image/svg+xml" /><link rel="apple-touch-icon" href={assets.app.touchIcon} /><link rel="manifest" href={assets.app.manifest} /></>}
        {assets.css.map((href) => <link key={href} rel="stylesheet" href={href} />)}
        {assets.scripts?.map((src) => <script key={src} type="module" src={src} />)}
      </head>
      <body class={bodyClass}>
        <a href="#main" class="govuk-skip-link">{text.skip}</a>
        <LanguageContext.Provider value={lang}>{children}</LanguageContext.Provider>
      </body>
    </html>
  );
}

export interface PageOpeningProps {
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly back?: { readonly href: string; readonly text?: string | undefined } | undefined;
  readonly flash?: Flash | undefined;
}

/** What stands above the heading of a page: way back, path, message of the action just done. */
export function PageOpening({ crumbs, back, flash }: PageOpeningProps) {
  return (
    <>
      {back && <BackLink href={back.href}>{back.text}</BackLink>}
      {crumbs && crumbs.length > 0 && <Crumbs items={crumbs} />}
      {flash && <FlashMessage flash={flash} />}
    </>
  );
}

/** The result of the action just done, told once. */
export function FlashMessage({ flash }: { readonly flash: Flash }) {
  const text = useUiText();
  return (
    <div class="t-flash" role={flash.tone === 'red' ? 'alert' : 'status'} aria-label={text.message}>
      <NoticeBox tone={flash.tone}>{flash.text}</NoticeBox>
    </div>
  );
}
