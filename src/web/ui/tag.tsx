import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export const TAG_TONES = ['plain', 'sky', 'sun', 'green', 'red'] as const;
export type TagTone = (typeof TAG_TONES)[number];

const TAG_ICONS: Partial<Record<TagTone, IconName>> = { sun: 'clock', green: 'circle-check', red: 'circle-x' };

export interface TagProps {
  readonly tone?: TagTone | undefined;
  /** Sign before the words; sun, green and red have one of their own, because colour never speaks alone. */
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** A state or a property in one or two words. */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  const sign = icon ?? TAG_ICONS[tone];
  return <span class={tone === 'sky' ? 't-tag' : `t-tag t-tag--${tone}`}>{sign && <Icon name={sign} />}{children}</span>;
}

/** Several tags in a row. */
export function Tags({ children }: { readonly children: ComponentChildren }) {
  return <div class="t-tags">{children}</div>;
}
