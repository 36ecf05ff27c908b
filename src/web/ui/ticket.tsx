import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface IconLink {
  readonly href: string;
  readonly text: ComponentChildren;
  readonly icon?: IconName | undefined;
}

/** Links in a row, each with its sign. */
export function IconLinks({ links }: { readonly links: readonly IconLink[] }) {
  return <div class="t-links">{links.map((link) => <a key={link.href} href={link.href}>{link.icon && <Icon name={link.icon} />}<span>{link.text}</span></a>)}</div>;
}

export interface TicketProps {
  readonly title: ComponentChildren;
  readonly when: ComponentChildren;
  readonly rows: readonly { readonly icon: IconName; readonly text: ComponentChildren }[];
  readonly links?: readonly IconLink[] | undefined;
  readonly id?: string | undefined;
}

/** Notification of an exam as one would carry it: when, where, what to take, what is forbidden. */
export function Ticket({ title, when, rows, links = [], id = 'ticket' }: TicketProps) {
  return (
    <section class="t-ticket" aria-labelledby={id}>
      <div class="t-ticket__h"><h2 id={id}>{title}</h2><b>{when}</b></div>
      <div class="t-ticket__b">
        {rows.map((row) => <div key={row.icon}><Icon name={row.icon} /><span>{row.text}</span></div>)}
        {links.length > 0 && <IconLinks links={links} />}
      </div>
    </section>
  );
}
