/** The part of a body that `Range` asks for, first and last byte; undefined: the whole body; `none`: no byte of it lies there (RFC 9110 §14). Of several parts none is taken. */
export function byteRange(asked: string | undefined, size: number): { first: number; last: number } | 'none' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [from, to] = [match[1]!, match[2]!]
  if (from === '') return Number(to) === 0 || size === 0 ? 'none' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  if (to !== '' && Number(to) < Number(from)) return undefined
  return Number(from) >= size ? 'none' : { first: Number(from), last: to === '' ? size - 1 : Math.min(size - 1, Number(to)) }
}
