import type { NavItem } from './page.tsx';

/** Views of the same list as links, each with its count; the first tab is usually our move. */
export function Tabs({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) {
  return (
    <nav class="t-tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.text}{item.count !== undefined && <> <span class="t-count">{item.count}</span></>}
        </a>
      ))}
    </nav>
  );
}
