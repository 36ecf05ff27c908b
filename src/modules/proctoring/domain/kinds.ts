/** What the candidate's own computer may notice. A signal is never a verdict: it makes an incident and nothing more. */
export const SIGNAL_KINDS = [
  'no-face', 'several-faces', 'looking-away', 'phone-in-view', 'speech', 'page-left', 'second-screen', 'copy', 'paste', 'full-screen-left', 'device-changed', 'line-lost', 'camera-lost', 'microphone-lost', 'weak-computer',
] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/** Technical failures are never violations, whatever a list of the norms says. */
export const TECHNICAL: readonly SignalKind[] = ['line-lost', 'camera-lost', 'microphone-lost', 'weak-computer']

/** What the server itself notices beside them. */
export const SERVER_KINDS = ['signals-missing', 'signals-wrong', 'second-workstation'] as const
export type ServerKind = (typeof SERVER_KINDS)[number]

export const TRACKS = ['camera', 'screen'] as const
export type Track = (typeof TRACKS)[number]

export const PICTURE_KINDS = ['face', 'document', 'room-1', 'room-2', 'room-3', 'room-4'] as const
/** What is shown in a closed moment, to one person and once; it is no picture that is kept. */
export const CLOSED_KINDS = ['face', 'document'] as const
export type ClosedKind = (typeof CLOSED_KINDS)[number]
export type PictureKind = (typeof PICTURE_KINDS)[number]

/** What may be named in the closed list of the norms: each is found by arithmetic, never by a model's score. */
export const DETERMINISTIC = ['second-workstation', 'page-left'] as const
export type Deterministic = (typeof DETERMINISTIC)[number]

/** For what a recording may be opened; every opening is written down. */
export const PURPOSES = ['live-watch', 'review', 'decision', 'appeal', 'complaint', 'own', 'marking'] as const
export type Purpose = (typeof PURPOSES)[number]
/** Those that the watch knows by itself; the others are opened where the panel sits, or the complaint is answered. */
export const OWN_PURPOSES = ['live-watch', 'review', 'own', 'marking'] as const satisfies readonly Purpose[]

/** A text that is one of a list, or undefined. */
export function oneOf<T extends string>(list: readonly T[], text: unknown): T | undefined {
  return list.find((each) => each === text)
}
