import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { displayPath, pathInLanguage } from './page.tsx';
import type { NavGroup, NavItem, PageUser } from './page.tsx';
import { fill, UI_LANGUAGES, useUiLanguage, useUiText } from './ui-text.ts';
import type { UiLanguage } from './ui-text.ts';

/** Switch of the language that keeps the page. */
export function LanguageSwitch({ path, foot }: { readonly path: string; readonly foot?: boolean | undefined }) {
  const text = useUiText();
  const lang = useUiLanguage();
  const names: Record<UiLanguage, string> = { kk: text.inKazakh, ru: text.inRussian, en: text.inEnglish };
  return (
    <nav class="t-langs" aria-label={foot ? text.languageFoot : text.language}>
      {UI_LANGUAGES.map((each) => (
        <a key={each} href={pathInLanguage(path, each)} lang={each} hreflang={each} aria-current={each === lang ? 'true' : undefined}>{names[each]}</a>
      ))}
    </nav>
  );
}

/** Link to large print and colours. */
export function DisplayLink({ path, hideWord = false }: { readonly path: string; readonly hideWord?: boolean | undefined }) {
  const text = useUiText();
  const lang = useUiLanguage();
  return (
    <a class="t-util__print" href={displayPath(path, lang)}>
      <Icon name="text-size" />
      <span class={hideWord ? 't-vh' : undefined}>{text.display}</span>
    </a>
  );
}

/** Name of the platform with its mark, leading to the first page. */
export function Brand({ href, line = false }: { readonly href?: string | undefined; readonly line?: boolean | undefined }) {
  const text = useUiText();
  const lang = useUiLanguage();
  return (
    <a class="t-brand" href={href ?? `/${lang}`}>
      <Mark />
      <span>
        <span class="t-brand__name">{text.brand}</span>
        {line && <span class="t-brand__sub">{text.brandLine}</span>}
      </span>
    </a>
  );
}

/** Words that people, centres and prices are invented, with the clock of the demonstration. */
export function DemoWords({ clock }: { readonly clock?: string | undefined }) {
  const text = useUiText();
  return (
    <span class="t-util__demo">
      <Icon name="info" />
      <span class="lg">{text.demoBanner}</span>
      <span class="sm">{text.demoShort}</span>
      {clock && <span class="t-util__clock">{fill(text.demoClock, { clock })}</span>}
    </span>
  );
}

/** Items of a menu as a list of links. */
export function NavList({ items, label }: { readonly items: readonly NavItem[]; readonly label?: string | undefined }) {
  return (
    <ul aria-label={label}>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.icon && <Icon name={item.icon} />}
            <span>{item.text}</span>
            {item.count !== undefined && <b>{item.count}</b>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Groups of a menu, each under its title. */
export function NavGroups({ groups }: { readonly groups: readonly NavGroup[] }) {
  return <>{groups.map(({ title, items }) => <section key={title}><p class="t-side__t">{title}</p><NavList items={items} label={title} /></section>)}</>;
}

/** The signed-in person: name, desk, own links and the way out, opening without a script. */
export function UserMenu({ user, children }: { readonly user: PageUser; readonly children?: ComponentChildren }) {
  const text = useUiText();
  return (
    <details class="t-user">
      <summary>
        {user.initials ? <span class="t-ini t-ini--me" aria-hidden="true">{user.initials}</span> : <Icon name="user" />}
        <span class="t-user__n">{user.name}</span>
        <Icon name="chevron-down" class="t-user__v" />
      </summary>
      <div class="t-user__p">
        {user.desk && <p class="t-user__d">{user.desk}</p>}
        {user.links && user.links.length > 0 && <NavList items={user.links} />}
        {children}
        {user.signOut && (
          <form method="post" action={user.signOut.action}>
            <input type="hidden" name="csrf" value={user.signOut.csrf} />
            <button type="submit" class="t-linkb"><Icon name="log-out" />{text.signOut}</button>
          </form>
        )}
      </div>
    </details>
  );
}
