/** One line of a check: the number on the paper and the last four digits of its holder's IIN. */
export interface CheckLine {
  line: number
  number: string
  lastFour: string
}
/** So many lines are a day's hiring; more are a search of the register. */
export const MOST_CHECKED = 500

/**
 * Reads lines such as `K7Q2-9M4D-XW3C-5 0183` or `K7Q2-9M4D-XW3C-5;0183`: the last four digits stand at the end, what stands before them is the number.
 * Empty lines are passed over; a line without both is kept and found wrong.
 */
export function readCheckLines(text: string): CheckLine[] {
  return text.split(/\r?\n/).flatMap((raw, at) => {
    const typed = raw.trim().slice(0, 200)
    if (typed === '') return []
    const match = /^(.*?)[\s;,\t]+(\d{4})$/u.exec(typed)
    return [{ line: at + 1, number: (match?.[1] ?? typed).replace(/[;,\s]+$/u, ''), lastFour: match?.[2] ?? '' }]
  })
}
