const CYRILLIC_TWINS: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', І: 'I', Ү: 'Y', Һ: 'H',
};

/** Capital letters without spaces and dashes, Cyrillic letters that look Latin taken as Latin: how people type a number they read. */
export function asTypedNumber(text: string): string {
  return sameLetters(text.toUpperCase().replace(/[\s\-‐‑‒–—―−]/g, ''));
}

/** Cyrillic capitals that look Latin taken as Latin; everything else stays. */
export function sameLetters(text: string): string {
  return [...text].map((letter) => CYRILLIC_TWINS[letter] ?? letter).join('');
}
