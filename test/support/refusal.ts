import { isDenial } from '#kernel/denial.ts'

/** Why an act was refused, each reason by its code; nothing where it was done. A fault is no answer and is thrown on. */
export async function reasonsOf(act: Promise<unknown>): Promise<string[]> {
  return act.then(() => [], (error: unknown) => {
    if (!isDenial(error)) throw error
    return error.blockers.length > 0 ? error.blockers.map((each) => each.code) : [error.code]
  })
}

/** The same, and `done` where nothing spoke against it. */
export async function codesOf(act: Promise<unknown>): Promise<string[]> {
  const reasons = await reasonsOf(act)
  return reasons.length > 0 ? reasons : ['done']
}

/** The first of the reasons, or `done`. */
export async function codeOf(act: Promise<unknown>): Promise<string> {
  return (await codesOf(act))[0]!
}
