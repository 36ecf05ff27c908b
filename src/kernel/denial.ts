export type DenialData = Readonly<Record<string, string | number>>;

/** One reason why an act is not allowed; the page turns the code into words. */
export interface Blocker {
  readonly code: string;
  readonly data?: DenialData;
}

/**
 * The state saying no: a lawful answer with a code, not a fault.
 * Pure rules return blockers; acts throw a Denial so that the transaction rolls back.
 */
export class Denial extends Error {
  override readonly name = 'Denial';
  readonly code: string;
  readonly blockers: readonly Blocker[];
  readonly data: DenialData;

  constructor(code: string, options: { blockers?: readonly Blocker[]; data?: DenialData } = {}) {
    super(code);
    this.code = code;
    this.blockers = options.blockers ?? [];
    this.data = options.data ?? {};
  }
}

/** Refuses with one code and its data. */
export function deny(code: string, data?: DenialData): never {
  throw new Denial(code, data === undefined ? {} : { data });
}

/** Refuses with all the reasons when there is at least one. */
export function assertNone(code: string, blockers: readonly Blocker[]): void {
  if (blockers.length > 0) throw new Denial(code, { blockers });
}

/** Tells a lawful no, optionally with this very code, from a fault. */
export function isDenial(error: unknown, code?: string): error is Denial {
  return error instanceof Denial && (code === undefined || error.code === code);
}

/** For `.catch`: what does not exist for the reader is nothing, and every other no or fault goes on. */
export function nothingFound(error: unknown): undefined {
  if (!isDenial(error, 'not-found')) throw error;
  return undefined;
}
