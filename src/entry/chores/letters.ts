import { AddressError, type MailPort } from '#platform/mail/mail.ts'
import { claimLetter, delayLetter, markLetterSent, refuseLetter } from '#modules/people/index.ts'
import type { Chore } from '../work.ts'

/** Letters leave one by one; a lost line delays them, a wrong address ends them. */
export function lettersChore(mail: MailPort): Chore {
  return {
    name: 'letters', everyMs: 2_000,
    async run(world) {
      const ctx = world.system()
      const letter = await claimLetter(ctx)
      if (!letter) return 0
      try {
        if (letter.email) await mail.send({ to: letter.email, subject: letter.subject, text: letter.body, letterId: letter.id, lang: letter.lang })
        await markLetterSent(ctx, letter.id)
      } catch (error) {
        if (error instanceof AddressError) await refuseLetter(ctx, letter.id, error.message)
        else await delayLetter(ctx, letter, error instanceof Error ? error.message : String(error))
      }
      return 1
    },
  }
}
