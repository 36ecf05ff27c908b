import { z } from 'zod'
import { parseDay } from '#kernel/day.ts'

// Fields of a query as every list of the API reads them.

/** A field that may be left out; left empty it is left out. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
/** A whole number in bounds. */
export const wholeNumber = (min: number, max: number) => z.string().regex(/^\d{1,6}$/, 'a whole number').transform(Number).pipe(z.number().min(min).max(max))
/** A day, `YYYY-MM-DD`. */
export const day = z.string().refine((text) => parseDay(text) !== undefined, 'a day is written YYYY-MM-DD').transform((text) => parseDay(text)!)
