/**
 * How well a rule is evidenced: slides, Law, order, portal, news, analogue, our reading, default of the platform, no source.
 * Only slides and Law are shown as binding, and the slides never as law.
 */
export const MARKS = ['S', 'L', 'O', 'P', 'N', 'A', 'I', 'D', '?'] as const;
export type Mark = (typeof MARKS)[number];
