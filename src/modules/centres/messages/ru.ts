import type { CentresText } from './kk.ts'

export const ru: CentresText = {
  denials: {},
  paper: { certificate: '№ {number}, последний день действия — {until}' },
}
