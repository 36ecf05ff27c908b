import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export const EVIDENCE_MARKS = ['S', 'L', 'D', 'I'] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

const MARK_ICONS: Record<EvidenceMark, IconName> = { S: 'book-open', L: 'scale', D: 'settings', I: 'message-square' };

export interface SourceLineProps {
  /** How sure it is: slides of the National body, the Law, a default of the platform, a reading of ours. */
  readonly mark?: EvidenceMark | undefined;
  /** "page 12", "Article 28(3)", the name of a standard. */
  readonly children?: ComponentChildren;
}

/** Where a term or a figure comes from, the mark of evidence said in words. */
export function SourceLine({ mark, children }: SourceLineProps) {
  const text = useUiText();
  const where = mark === undefined ? undefined : text[`mark_${mark}`];
  return (
    <p class={mark === 'D' || mark === 'I' ? 't-src t-src--own' : 't-src'}>
      {mark && <Icon name={MARK_ICONS[mark]} />}
      <span>{where && <span class="t-src__m">{capital(where)}</span>}{where && children && ': '}{children}</span>
    </p>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('kk') + words.slice(1);
}
