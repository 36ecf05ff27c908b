/** The stages of the procedure, in their order: whoever calls, holds, watches, marks, decides or appeals a stage means one of these. */
export const STAGES = ['theory', 'practice'] as const;
export type Stage = (typeof STAGES)[number];

/** How a stage is held: in the centre, or on line with proctoring where the programme allows it [S]. */
export type ExamMode = 'offline' | 'online';

/** Whether a text names a stage. */
export function isStage(text: string): text is Stage {
  return (STAGES as readonly string[]).includes(text);
}
