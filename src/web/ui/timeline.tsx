import type { ComponentChildren } from 'preact';

export interface TimelineItem {
  /** Where a link may lead to it. */
  readonly id?: string | undefined;
  readonly when: ComponentChildren;
  readonly title: ComponentChildren;
  readonly who?: ComponentChildren;
  readonly body?: ComponentChildren;
  readonly tone?: 'plain' | 'green' | 'red' | 'sun' | undefined;
}

/** What happened, when, by whom; the newest or the oldest first, as given. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol class="t-time">
      {items.map((item, place) => (
        <li key={place} id={item.id} class={item.tone && item.tone !== 'plain' ? `is-${item.tone}` : undefined}>
          <div class="t-time__t">{item.title}{item.who && <span class="t-time__w"> · {item.who}</span>}</div>
          <div class="t-time__d t-num">{item.when}</div>
          {item.body && <div class="t-time__b">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
