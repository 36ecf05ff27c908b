/** The server will not take anything now; what is kept stays. */
export class Stopped extends Error {}

export type SaveWords = Record<string, string> & { codes: Record<string, string> }

/** The note at the top that says whether everything is delivered; drawn by the server as `SaveStateNote`. */
export interface SaveNote {
  state(to: 'saved' | 'saving' | 'held' | 'offline', pending: number, reason?: string): void
  say(to: string, title: string, text: string): void
}

export function saveNote(note: HTMLElement, words: SaveWords): SaveNote {
  const say = (to: string, title: string, text: string): void => {
    note.dataset['saveState'] = to
    note.classList.toggle('t-save--off', to === 'offline')
    note.querySelector('[data-save-title]')!.textContent = title
    note.querySelector('[data-save-words]')!.textContent = text
  }
  return {
    say,
    state(to, pending, reason) {
      const kind = to === 'offline' && reason !== undefined ? 'stopped' : to === 'held' && !words['heldTitle'] ? 'saving' : to
      say(to, words[`${kind}Title`]!, words[`${kind}Words`]!.replace('{n}', String(pending)).replace('{reason}', reason ?? ''))
    },
  }
}

/** What an answer that is no success means: a fault or a crowd passes, anything else needs the person. */
export function refuse(status: number, code: string, words: SaveWords): never {
  if (status >= 500 || status === 429) throw new Error(String(status))
  throw new Stopped(words.codes[code] ?? words['signIn']!)
}
