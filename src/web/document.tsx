import { render } from 'preact-render-to-string'
import { hasRole, type Actor, type Role } from '#platform/acts/actor.ts'
import type { DocumentFrame } from '#platform/http/site.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { assetsOf, type AssetNames } from './assets.ts'
import { deskNav, type Office } from './desks.ts'
import { APP_ICON, manifestAddress } from './installed/app-manifest.ts'
import { AccountLayout, BareLayout, OfficeLayout, PublicLayout } from './ui/layout.tsx'
import type { BareLayoutProps } from './ui/layout.tsx'
import type { Crumb } from './ui/crumbs.tsx'
import type { PageProps, PrintSize, Theme } from './ui/page.tsx'

/** What a page may say about the frame around it. */
export interface LayoutOptions {
  crumbs?: readonly Crumb[]
  back?: { href: string; text?: string }
  /** Public desk: the page draws its own full-width sections. */
  bleed?: boolean
  /** Candidate's desk: lists and tables. */
  wide?: boolean
  /** Office: one case takes the whole width. */
  folder?: boolean
  bottom?: BareLayoutProps['bottom']
  /** Exam room. */
  kind?: BareLayoutProps['kind']
  heading?: string
  subheading?: BareLayoutProps['subheading']
  aside?: BareLayoutProps['aside']
  strip?: BareLayoutProps['strip']
  description?: string
  /** Office: counts beside entries of the side navigation, by their path. */
  counts?: Readonly<Record<string, number>>
  /** Office: the centre or body whose desk this is. */
  office?: Office
}

export interface DocumentOptions {
  assets: AssetNames
  /** Whether the page at this path opens to the actor: menus show no other door. */
  mayOpen(path: string, actor: Actor): boolean
}

/** The finished HTML of a page: the layout of its desk around its body. */
export function drawDocument(frame: DocumentFrame, options: DocumentOptions): string {
  const layout = frame.layout as LayoutOptions
  const { lang, actor, csrf } = frame
  const nav = deskNav({ lang, desk: frame.desk, actor, path: frame.path, counts: layout.counts ?? {}, office: layout.office, mayOpen: (path) => options.mayOpen(path, actor) })
  const props: PageProps = {
    lang, title: frame.title, path: `/${lang}${frame.path === '/' ? '' : frame.path}${frame.query ? `?${frame.query}` : ''}`,
    assets: { ...assetsOf(options.assets, frame.islands), app: { icon: APP_ICON, touchIcon: '/app/icon-192.png', manifest: manifestAddress(lang) } }, demo: frame.demo, hasErrors: frame.failed,
    display: { print: printOf(frame.print), theme: themeOf(frame.theme) },
    demoClock: frame.demo && frame.clockOffsetMs > 0 ? formatMoment(frame.now as never, lang) : undefined,
    flash: frame.flash ? { tone: 'green', text: frame.flash } : undefined,
    user: actor.kind === 'person' ? { name: actor.name, desk: nav.deskName, initials: initialsOf(actor), links: nav.userLinks, signOut: { action: `/${lang}/sign-out`, csrf } } : undefined,
    crumbs: layout.crumbs, back: layout.back, description: layout.description, nav: nav.items,
  }
  const children = frame.body
  const tree = (() => {
    switch (frame.desk) {
      case 'public':
        return <PublicLayout {...props} signInHref={`/${lang}/sign-in`} helpNav={nav.help} bleed={layout.bleed}>{children}</PublicLayout>
      case 'candidate':
        return <AccountLayout {...props} helpNav={nav.help} wide={layout.wide}>{children}</AccountLayout>
      case 'exam-room':
        return <BareLayout {...props} kind={layout.kind ?? 'exam'} heading={layout.heading} subheading={layout.subheading} aside={layout.aside} strip={layout.strip} bottom={layout.bottom}>{children}</BareLayout>
      default:
        return <OfficeLayout {...props} org={nav.org} homeHref={nav.home} navGroups={nav.groups} folder={layout.folder} bottom={layout.bottom}>{children}</OfficeLayout>
    }
  })()
  return `<!doctype html>${render(tree)}`
}

function printOf(text: string | undefined): PrintSize | undefined {
  return text === '150' || text === '200' ? text : undefined
}
function themeOf(text: string | undefined): Theme | undefined {
  return text === 'dark' || text === 'device' ? text : undefined
}
function initialsOf(actor: Extract<Actor, { kind: 'person' }>): string {
  return actor.name.split(' ').slice(0, 2).map((word) => word.charAt(0)).join('')
}

/** True when the actor has any of the desk's roles; menus only, rights are asked elsewhere. */
export function showsDesk(actor: Actor, roles: readonly Role[]): boolean {
  return hasRole(actor, roles)
}
