/** What an accessibility passport speaks of: ways in and around, and help at the exam. */
export const ACCESSIBILITY_FEATURES = [
  'ramp', 'lift', 'parking', 'accessible-toilet', 'tactile', 'quiet-room', 'large-print', 'sign-language', 'assistant', 'extra-time',
] as const
export type AccessibilityFeatureName = (typeof ACCESSIBILITY_FEATURES)[number]
