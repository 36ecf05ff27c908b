import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';

export interface CardProps {
  readonly title?: ComponentChildren;
  readonly level?: 2 | 3 | undefined;
  /** A line of sky on top marks the card a person came for. */
  readonly accent?: boolean | undefined;
  readonly foot?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A ground with a thin line around one subject. */
export function Card({ title, level = 2, accent, foot, children }: CardProps) {
  return (
    <section class={classNames('t-card', accent && 't-card--accent')}>
      {title && (level === 2 ? <h2 class="t-card__t">{title}</h2> : <h3 class="t-card__t">{title}</h3>)}
      {children}
      {foot && <div class="t-card__f">{foot}</div>}
    </section>
  );
}

export interface BoxProps {
  readonly title: ComponentChildren;
  readonly tag?: ComponentChildren;
  /** Remark or link at the right end of the head. */
  readonly aside?: ComponentChildren;
  /** Rows that bring their own padding: check rows, tables. */
  readonly flush?: boolean | undefined;
  /** Where a link comes back to. */
  readonly id?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A dense card of the back office: head with a state, body with rows. */
export function Box({ title, tag, aside, flush, id, children }: BoxProps) {
  return (
    <section class="t-box" id={id}>
      <div class="t-box__h"><h2>{title}</h2>{tag}{aside && <span class="r">{aside}</span>}</div>
      {flush ? children : <div class="t-box__b">{children}</div>}
    </section>
  );
}
