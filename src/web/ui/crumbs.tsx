import type { ComponentChildren } from 'preact';
import { useUiText } from './ui-text.ts';

export interface Crumb {
  readonly text: string;
  readonly href?: string | undefined;
}

/** Way from the first page to this one; the last item is this page and needs no link. */
export function Crumbs({ items }: { readonly items: readonly Crumb[] }) {
  const text = useUiText();
  return (
    <nav class="t-crumbs" aria-label={text.path}>
      <ol>
        {items.map((item, place) => (
          <li key={item.text}>
            {item.href ? <a href={item.href}>{item.text}</a> : <span aria-current={place === items.length - 1 ? 'page' : undefined}>{item.text}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Link to the page before this one. */
export function BackLink({ href, children }: { readonly href: string; readonly children?: ComponentChildren }) {
  const text = useUiText();
  return <a class="govuk-back-link" href={href}>{children ?? text.back}</a>;
}
