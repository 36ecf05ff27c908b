import type { NormsText } from './kk.ts'

export const en: NormsText = {
  denials: {
    'norms.not-proposable': 'The change was not proposed.', 'norms.unknown': 'There is no such norm.', 'norms.acts-backwards': 'A change has no effect on the past: choose a day after {today}.', 'norms.before-a-later-edition': 'An edition from {validFrom} is approved: an earlier day is not possible.',
    'norms.mark-missing': 'Choose the mark of evidence.', 'norms.source-missing': 'Write the source in Kazakh and Russian.', 'norms.ground-missing': 'Write the ground of the change.', 'norms.nothing-changes': 'The value is as before: nothing changes.', 'norms.value-missing': 'A norm that is set cannot be left empty.', 'norms.value-wrong': 'The value is not of the kind of this norm.',
    'norms.proposed-already': 'An undecided proposal for this norm exists.', 'norms.own-proposal': 'Nobody approves his own proposal: that is for a second person.', 'norms.decided-already': 'This proposal was decided already.',
  },
  page: {
    title: 'Norms', lead: 'One person proposes another value of a deadline or requirement, a second approves it. Running cases keep their edition.', proposals: 'Proposals', none: 'No proposal waits for a decision.', history: 'Editions', edition: 'Edition', from: 'In force from', ground: 'Ground', norm: 'Norm', value: 'Value', change: 'Change', before: 'Now: {value}', after: 'New value: {value}',
    proposedBy: 'Proposed by {name}, {at}', decidedBy: '{name}, {at}', approve: 'Approve', reject: 'Reject', own: 'A second person decides your proposal.', approved: 'approved', rejected: 'rejected', approvedFlash: 'The change is approved.', rejectedFlash: 'The proposal is rejected.',
    formTitle: 'Change a norm', valueLabel: 'New value', valueHint: 'Empty means not set.', yes: 'yes', no: 'no', mark: 'Mark of evidence', sourceKk: 'Source, in Kazakh', sourceRu: 'Source, in Russian', validFrom: 'From which day', propose: 'Propose', proposed: 'The proposal is recorded; a second person decides.', dayWrong: 'Write a valid day.',
  },
}
