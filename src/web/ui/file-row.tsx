import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useUiText } from './ui-text.ts';

export const FILE_STATES = ['accepted', 'checking', 'rejected', 'made'] as const;
export type FileState = (typeof FILE_STATES)[number];

export interface FileRowProps {
  readonly name: string;
  /** "PDF, 1.2 MB, 3 pages". */
  readonly about?: ComponentChildren;
  readonly state?: FileState | undefined;
  readonly href?: string | undefined;
  /** The file is saved and the page stays: where leaving it would cut something off. */
  readonly saved?: boolean | undefined;
  /** Button or link that takes the file away. */
  readonly remove?: ComponentChildren;
}

/** One file with its state; a rejected one stays visible with the reason, one the platform made itself needs no word. */
export function FileRow({ name, about, state = 'accepted', href, saved, remove }: FileRowProps) {
  const text = useUiText();
  const bad = state === 'rejected';
  return (
    <div class={classNames('t-file', bad && 't-file--bad')}>
      <span class="t-file__i"><Icon name={bad ? 'file-x' : 'file-text'} /></span>
      <b>{href ? <a href={href} download={saved ? name : undefined}>{name}</a> : name}</b>
      <span class="t-file__m">
        {about && <span>{about}</span>}
        {state === 'accepted' && <span class="t-file__ok"><Icon name="check" />{text.fileAccepted}</span>}
        {state === 'checking' && <span class="t-file__w"><Icon name="clock" />{text.fileChecking}</span>}
        {bad && <span class="t-file__no"><Icon name="x" />{text.fileRejected}</span>}
        {remove}
      </span>
    </div>
  );
}
