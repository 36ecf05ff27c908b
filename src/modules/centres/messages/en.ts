import type { CentresText } from './kk.ts'

export const en: CentresText = {
  denials: {},
  paper: { certificate: 'No {number}, valid until {until}' },
}
