import type { ComponentChildren } from 'preact';
import { Foot, SmallFoot } from './foot.tsx';
import { Icon } from './icon.tsx';
import { Brand, DemoWords, DisplayLink, LanguageSwitch, NavGroups, NavList, UserMenu } from './layout-parts.tsx';
import { Band, Mark } from './mark.tsx';
import { Document, PageOpening } from './page.tsx';
import type { NavGroup, NavItem, PageProps } from './page.tsx';
import { uiText } from './ui-text.ts';

export interface PublicLayoutProps extends PageProps {
  readonly signInHref?: string | undefined;
  readonly helpNav?: readonly NavItem[] | undefined;
  readonly contacts?: ComponentChildren;
  readonly asOf?: string | undefined;
  /** True when the page draws its own full-width sections (home, profession); otherwise a column 1100 px wide is laid. */
  readonly bleed?: boolean | undefined;
}

/** Page for everybody: search engines, candidates before sign-in, employers. */
export function PublicLayout(props: PublicLayoutProps) {
  const { lang, path, nav = [], user, demo, demoClock, bleed, children } = props;
  const text = uiText(lang);
  const opening = <PageOpening crumbs={props.crumbs} back={props.back} flash={props.flash} />;
  return (
    <Document {...props}>
      <header>
        <div class="t-util">
          <div class="t-wrap t-util__in">
            {demo ? <DemoWords clock={demoClock} /> : <span class="t-util__demo" />}
            <DisplayLink path={path} />
            <LanguageSwitch path={path} />
          </div>
        </div>
        <div class="t-head">
          <div class="t-wrap t-head__in">
            <Brand line />
            {nav.length > 0 && <nav class="t-nav" aria-label={text.mainMenu}><NavList items={nav} /></nav>}
            {user ? <UserMenu user={user} /> : props.signInHref && (
              <a class="govuk-button govuk-button--secondary t-head__sign" href={props.signInHref}><Icon name="log-in" />{text.signIn}</a>
            )}
            {nav.length > 0 && (
              <details class="t-menu">
                <summary><Icon name="menu" />{text.menu}</summary>
                <nav class="t-menu__p" aria-label={text.menu}>
                  <NavList items={!user && props.signInHref ? [...nav, { href: props.signInHref, text: text.signIn, icon: 'log-in' }] : nav} />
                </nav>
              </details>
            )}
          </div>
        </div>
        <Band />
      </header>
      <main id="main" tabIndex={-1} class={bleed ? undefined : 't-wrap t-page'}>
        {bleed ? (props.crumbs || props.back || props.flash) && <div class="t-wrap">{opening}</div> : opening}
        {children}
      </main>
      <Foot path={path} sections={nav} help={props.helpNav} contacts={props.contacts} asOf={props.asOf} />
    </Document>
  );
}

export interface AccountLayoutProps extends PageProps {
  readonly helpNav?: readonly NavItem[] | undefined;
  /** Wide page (lists, tables); a candidate's page is one column of 680 px. */
  readonly wide?: boolean | undefined;
}

/** Candidate's own pages: one thing per page, compact header, phone first. */
export function AccountLayout(props: AccountLayoutProps) {
  const { lang, path, nav = [], user, demo, demoClock, wide, children } = props;
  const text = uiText(lang);
  return (
    <Document {...props}>
      <header>
        {demo && <div class="t-util t-util--demo"><div class="t-wrap t-util__in"><DemoWords clock={demoClock} /></div></div>}
        <div class="t-acc">
          <div class="t-wrap t-acc__in">
            <Brand />
            <DisplayLink path={path} hideWord />
            <LanguageSwitch path={path} />
            {user && <UserMenu user={user} />}
          </div>
        </div>
        <Band />
        {nav.length > 0 && <nav class="t-accnav" aria-label={text.account}><div class="t-wrap"><NavList items={nav} /></div></nav>}
      </header>
      <main id="main" tabIndex={-1} class={wide ? 't-wrap t-main' : 't-wrap t-col t-main'}>
        <PageOpening crumbs={props.crumbs} back={props.back} flash={props.flash} />
        {children}
      </main>
      <SmallFoot demo={demo} help={props.helpNav} path={path} />
    </Document>
  );
}

export interface OfficeLayoutProps extends PageProps {
  readonly org: { readonly name: string; readonly note?: string | undefined };
  readonly homeHref?: string | undefined;
  readonly find?: { readonly action: string; readonly hint: string; readonly name?: string | undefined; readonly value?: string | undefined } | undefined;
  readonly notices?: { readonly href: string; readonly text: string } | undefined;
  /** Further groups of the side navigation, each under its title; a narrow screen folds them into one. */
  readonly navGroups?: readonly NavGroup[] | undefined;
  /** A folder of one case takes the whole width, without side navigation. */
  readonly folder?: boolean | undefined;
  /** Decision bar at the bottom edge. */
  readonly bottom?: ComponentChildren;
}

/** Back office of centres, accreditors, ministry: dense, night header, side navigation with counts. */
export function OfficeLayout(props: OfficeLayoutProps) {
  const { lang, path, nav = [], navGroups = [], user, demo, demoClock, folder, find, notices, org, children } = props;
  const text = uiText(lang);
  const main = (
    <main id="main" tabIndex={-1} class={folder ? 't-folder' : 't-office__m'}>
      <PageOpening crumbs={props.crumbs} back={props.back} flash={props.flash} />
      {children}
    </main>
  );
  return (
    <Document {...props} bodyClass="t-desk">
      <header class="t-bar">
        <div class="t-bar__in">
          <Brand href={props.homeHref} />
          <span class="t-bar__org"><b>{org.name}</b>{org.note}{org.note && demo && ' · '}{demo && text.demoShort.toLowerCase()}{demo && demoClock && `, ${demoClock}`}</span>
          {find && (
            <form class="t-bar__find" role="search" method="get" action={find.action}>
              <Icon name="search" />
              <label class="t-vh" for="bar-find">{text.findCase}</label>
              <input id="bar-find" type="search" name={find.name ?? 'q'} value={find.value} placeholder={find.hint} autocomplete="off" />
              <button type="submit" class="t-vh">{text.find}</button>
            </form>
          )}
          <div class="t-bar__r">
            {notices && <a href={notices.href}><Icon name="bell" /><span>{notices.text}</span></a>}
            <DisplayLink path={path} hideWord />
            <LanguageSwitch path={path} />
            {user && <UserMenu user={user} />}
          </div>
        </div>
      </header>
      <Band />
      {folder ? main : (
        <div class="t-office">
          <nav class="t-side" aria-label={text.deskSections}>
            <NavList items={nav} />
            {navGroups.length > 0 && <div class="t-side__wide"><NavGroups groups={navGroups} /></div>}
            {navGroups.length > 0 && <details class="t-side__narrow"><summary><Icon name="menu" />{text.allSections}</summary><NavGroups groups={navGroups} /></details>}
          </nav>
          {main}
        </div>
      )}
      {props.bottom}
    </Document>
  );
}

export interface BareLayoutProps extends PageProps {
  /** 'exam' draws the exam room, 'marking' the tablet of an examiner, 'plain' a sheet of paper without header. */
  readonly kind?: 'exam' | 'marking' | 'plain' | undefined;
  readonly heading?: string | undefined;
  readonly subheading?: ComponentChildren;
  /** Timer or other content at the right end of the header. */
  readonly aside?: ComponentChildren;
  /** Strip under the header: state of the line. */
  readonly strip?: ComponentChildren;
  /** Bar at the bottom edge. */
  readonly bottom?: ComponentChildren;
}

/** Room without menus: exam, marking on a tablet, printed sheets. */
export function BareLayout(props: BareLayoutProps) {
  const { kind = 'exam', heading, subheading, aside, strip, bottom, demo, lang, children } = props;
  const text = uiText(lang);
  const small = <>{subheading}{subheading && demo && ' · '}{demo && text.demoShort.toLowerCase()}</>;
  if (kind === 'plain') {
    return <Document {...props} bodyClass="t-plain"><main id="main" tabIndex={-1}>{children}</main>{bottom}</Document>;
  }
  const mark = <Mark />;
  return (
    <Document {...props} bodyClass={kind === 'exam' ? 't-exam' : 't-mk'}>
      <header>
        {kind === 'exam' ? (
          <div class="t-exam__top"><div class="t-exam__topin">{mark}<div class="t-exam__what"><b>{heading}</b><span>{small}</span></div>{aside}</div></div>
        ) : (
          <div class="t-mk__top">{mark}<div class="t-mk__who"><b>{heading}</b><span>{small}</span></div>{aside}</div>
        )}
        <Band />
      </header>
      {strip}
      <main id="main" tabIndex={-1} class={kind === 'exam' ? 't-exam__b' : 't-mk__b'}>
        {props.flash && <PageOpening flash={props.flash} />}
        {children}
      </main>
      {bottom}
    </Document>
  );
}
