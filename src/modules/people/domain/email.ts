const EMAIL = /^[^\s@<>"']{1,64}@[^\s@<>"']{1,190}\.[^\s@<>"'.]{2,63}$/

/** An address as accounts keep it; undefined when it is none. */
export function readEmail(typed: string): string | undefined {
  const email = typed.trim().toLowerCase()
  return EMAIL.test(email) ? email : undefined
}
