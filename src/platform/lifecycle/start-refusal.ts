/** Why a start was refused; each stands for one sentence an operator can act on. */
export const START_REFUSALS = [
  'config',
  'data-folder-in-use',
  'data-folder-not-writable',
  'data-folder-newer',
  'data-folder-older',
  'database-does-not-start',
  'database-foreign',
  'database-kind',
  'database-role',
  'database-too-old',
  'database-unreachable',
  'disk-full',
  'no-embedded-database',
  'port-in-use',
] as const;

export type StartRefusalCode = (typeof START_REFUSALS)[number];

/** A start that cannot go on, with the one sentence that says what to do. */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartRefusal';
    this.code = code;
  }
}
