import type { WaitingText } from './kk.ts'

export const en: WaitingText = {
  title: 'Cases waiting for a decision',
  lead: 'Cases whose centre has lost the scope of accreditation. All cases of one event are decided on one page, by one decision.',
  empty: 'No case waits for a decision', emptyText: 'When a certificate is withdrawn, terminated or expires, the running cases appear here.',
  event: 'Event', centre: 'Centre', professions: 'Professions', cases: 'Cases', since: 'Waiting since', open: 'Decide',
  kinds: { withdrawal: 'Certificate withdrawn', termination: 'Certificate terminated', resumption: 'Certificate resumed' },
  states: { 'not-yet': 'Certificate not in force yet', expired: 'Certificate expired', withdrawn: 'Certificate withdrawn', terminated: 'Certificate terminated', none: 'No certificate covers this profession' },
  certificate: 'Certificate', ground: 'Ground', note: 'Circumstances', from: 'In force from', factsTitle: 'About the event', unknownCertificate: 'unknown',
  rules: 'Proposed by rule: a case whose exam was held is finished by the same centre, others move to the nearest one, and what nobody can take is closed with a refund. You may choose otherwise for each case.',
  caseColumn: 'Case', retakeAsked: 'Asks for a retake', where: 'Where it stood', money: 'Contract and payment', fate: 'What becomes of it', examOn: 'exam on {date}',
  contracts: { none: 'no contract', sent: 'contract not signed', signed: 'contract signed' }, paid: 'paid: {amount}', unpaid: 'not paid',
  finish: 'This centre finishes it', moveTo: 'Move to {centre}, {price}', close: 'Close with a refund', fateOf: 'What becomes of case {number}', proposedMark: '{fate} — proposed', impossible: 'Not possible: {fates}', whyNot: '{fate} — {reason}',
  fates: { finish: 'finish', move: 'move', close: 'close' },
  whatWasDecided: 'What was decided on each case', movedTo: 'moved to {centre}', decided: { finish: 'the same centre finishes it', move: 'moved', close: 'closed with a refund' },
  groundLabel: 'Ground of the decision', groundHint: 'One for all cases. Candidates and centres see it in the letter and in the case.',
  decide: { one: 'Decide {n} case', other: 'Decide {n} cases' },
  decideHint: 'All is done together: if one case cannot be decided so, none is changed. Candidates and centres are written to.',
  done: { one: 'Decided: {n} case.', other: 'Decided: {n} cases.' },
  onlyMinistry: 'The ministry decides. You may look.', nothingLeft: 'No case waits for a decision about this event any more.',
  history: 'Decisions taken', decidedLine: { one: '{at} · {name} · {n} case', other: '{at} · {name} · {n} cases' },
}
