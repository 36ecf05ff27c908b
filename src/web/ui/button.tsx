import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export const BUTTON_KINDS = ['primary', 'secondary', 'warning', 'link'] as const;
export type ButtonKind = (typeof BUTTON_KINDS)[number];

export interface ButtonProps {
  readonly kind?: ButtonKind | undefined;
  /** With an address the button is a link, drawn the same way. */
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly iconAfter?: IconName | undefined;
  readonly formAction?: string | undefined;
  /** Not yet possible: stays readable and reachable, the reason stands beside it. */
  readonly waits?: boolean | undefined;
  readonly describedBy?: string | undefined;
  /** Words for a screen reader after the visible ones. */
  readonly more?: string | undefined;
  readonly children: ComponentChildren;
}

/** What can be pressed: an action of the form or a way to another page. */
export function Button(props: ButtonProps) {
  const { kind = 'primary', href, icon, iconAfter, waits, more, children } = props;
  const names = kind === 'link'
    ? 't-linkb'
    : classNames('govuk-button', kind === 'secondary' && 'govuk-button--secondary', kind === 'warning' && 'govuk-button--warning', waits && 'is-wait');
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {more ? <span>{children}<span class="t-vh"> {more}</span></span> : children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
  if (href !== undefined && !waits) return <a class={names} href={href} aria-describedby={props.describedBy}>{inside}</a>;
  return (
    <button class={names} type={waits ? 'button' : 'submit'} name={props.name} value={props.value} formAction={props.formAction}
      aria-disabled={waits ? 'true' : undefined} aria-describedby={props.describedBy}>{inside}</button>
  );
}

export interface ButtonRowProps {
  readonly children: ComponentChildren;
  /** Under each other and full width, as on a candidate's page. */
  readonly stacked?: boolean | undefined;
}

/** The actions of a form, the main one first. */
export function ButtonRow({ children, stacked }: ButtonRowProps) {
  return <div class={stacked ? 't-act' : 't-row'}>{children}</div>;
}

/** Words that the draft is kept, with the time. */
export function SavedNote({ children }: { readonly children: ComponentChildren }) {
  return <span class="t-saved"><Icon name="cloud-check" />{children}</span>;
}
