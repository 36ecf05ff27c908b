import { sameLetters } from '#kernel/latin-letters.ts'

const BLANKS = /\s+/g
const NUMBER_SIGN = /^(?:№|N[°º])/u
const DASHES = /[‐‑‒–—―−]/g

/**
 * How the number of a paper is compared: capital letters, Cyrillic ones that look Latin taken as Latin, no blanks, one kind of dash, without the number sign before it.
 * Dashes, dots and strokes stay, for 1/23 and 12/3 are two papers of one body.
 */
export function numberKey(typed: string): string {
  return sameLetters(typed.trim().replace(NUMBER_SIGN, '').normalize('NFKC').replace(BLANKS, '').replace(DASHES, '-').toUpperCase())
}
