/** At which field of a form about money a refusal belongs. */
export const MONEY_FIELDS: Readonly<Record<string, string>> = {
  'refund.ground-unknown': 'ground', 'refund.nothing-to-give-back': 'ground', 'refund.entered-before': 'ground', 'refund.note-missing': 'note',
}
