import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export const VERDICT_TONES = ['valid', 'annulled', 'expired', 'unknown'] as const;
export type VerdictTone = (typeof VERDICT_TONES)[number];

const VERDICT_ICONS: Record<VerdictTone, IconName> = { valid: 'circle-check', annulled: 'ban', expired: 'history', unknown: 'help' };

/** Answer of the public check of a document: one word a person remembers, one line of what it means. */
export function Verdict({ tone, title, children }: { readonly tone: VerdictTone; readonly title: ComponentChildren; readonly children?: ComponentChildren }) {
  return (
    <div class={`t-verdict t-verdict--${tone}`}>
      <Icon name={VERDICT_ICONS[tone]} />
      <div><h1>{title}</h1>{children && <p>{children}</p>}</div>
    </div>
  );
}
