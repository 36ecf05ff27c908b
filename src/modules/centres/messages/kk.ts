export const kk = {
  denials: {},
  paper: { certificate: '№ {number}, қолданылуының соңғы күні — {until}' },
}
export type CentresText = { denials: Record<string, string>; paper: { certificate: string } }
