import type { ComponentChildren } from 'preact';
import { LanguageSwitch, NavList } from './layout-parts.tsx';
import { Mark } from './mark.tsx';
import type { NavItem } from './page.tsx';
import { fill, useUiText } from './ui-text.ts';

export interface FootProps {
  readonly path: string;
  readonly sections?: readonly NavItem[] | undefined;
  readonly help?: readonly NavItem[] | undefined;
  readonly contacts?: ComponentChildren;
  readonly asOf?: string | undefined;
}

/** Foot of a public page: the law, sections, help, contacts, language, date of the data. */
export function Foot({ path, sections = [], help = [], contacts, asOf }: FootProps) {
  const text = useUiText();
  return (
    <footer class="t-foot" id="foot">
      <div class="t-wrap t-foot__in">
        <div>
          <div class="t-foot__brand"><Mark />{text.brand}</div>
          <p>{text.lawLine}</p>
          {contacts && <div class="t-foot__c">{contacts}</div>}
          <p class="t-micro">{text.almatyTime}</p>
          {asOf && <p class="t-micro">{fill(text.asOf, { date: asOf })}</p>}
          <LanguageSwitch path={path} foot />
        </div>
        {sections.length > 0 && <nav aria-labelledby="foot-sections"><h2 id="foot-sections">{text.sections}</h2><NavList items={sections} /></nav>}
        {help.length > 0 && <nav aria-labelledby="foot-help"><h2 id="foot-help">{text.help}</h2><NavList items={help} /></nav>}
      </div>
    </footer>
  );
}

/** One-line foot of a candidate's page. */
export function SmallFoot({ demo = false, help = [], path }: { readonly demo?: boolean | undefined; readonly help?: readonly NavItem[] | undefined; readonly path: string }) {
  const text = useUiText();
  return (
    <footer class="t-foot t-foot--small">
      <div class="t-wrap">
        {help.length > 0 && <nav aria-label={text.help}><NavList items={help} /></nav>}
        <p class="t-micro">{demo && `${text.demoBanner}. `}{text.almatyTime}</p>
        <LanguageSwitch path={path} foot />
      </div>
    </footer>
  );
}
