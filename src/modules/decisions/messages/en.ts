import type { DecisionsText } from './kk.ts'

export const en: DecisionsText = {
  denials: {
    'decision.waits-for-review': 'A reviewer is looking at the end of the exam on line. The decision waits for his verdict.',
    'panel.not-lawful': 'The composition of the panel is wrong.', 'panel.called-already': 'The panel has been called already. Reload the page.', 'panel.not-open': 'There is no open panel: it was not called yet, or has decided.', 'panel.not-called': 'Call the panel first.',
    'panel.too-small': 'The panel has {have} people and needs {need}: choose {missing} more or invite assessors of another centre.', 'panel.even': 'The number of members must be odd; it is {have}.', 'panel.member-twice': 'Somebody was chosen twice.',
    'panel.chair-missing': 'Choose the chair among the members.', 'panel.member-without-role': '{name}: has no role of a panel member at this centre.', 'panel.member-assessed': '{name}: assessed this candidate and therefore does not decide.',
    'panel.member-is-candidate': '{name}: is the candidate.', 'panel.member-took-part': '{name}: took part in the former decision.',
    'vote.not-possible': 'This vote is not possible.', 'vote.given-already': 'You have voted. A vote is not changed.',
    'decision.no-ground-to-fail': 'Both stages are passed: there is no ground for a decision of non-passing.', 'decision.violation': 'The candidate was removed after a second violation: a decision of passing is not possible.', 'decision.no-show': 'The candidate did not come: a decision of passing is not possible.',
    'decision.theory-not-passed': 'The theory stage is not passed.', 'decision.practice-not-per-map': 'The practical task was not performed by the technological map.', 'decision.stage-not-held': 'One of the stages was not held.',
    'decision.no-quorum': 'No quorum: {needed} votes are needed, {votes} were given.', 'decision.tie': 'The votes are equal. Let all members vote.',
    'panel.votes-decide': 'The votes given already decide and the panel is lawful: it can be neither changed nor dissolved.', 'panel.replace-first': 'Replace first: {names}.', 'panel.not-changeable': 'The panel was not changed.', 'panel.member-not-seated': 'This person does not sit on the panel now. Reload the page.', 'panel.own-panel': 'You sit on this panel: another person of the centre replaces its other members or dissolves it. You may give up your own seat.', 'panel.successor-missing': 'Choose who takes the seat.', 'panel.successor-sat': 'This person sits on the panel, or was replaced on it.', 'panel.ground-missing': 'Choose the ground from the list.', 'panel.note-missing': 'Explain the ground in words.',
  },
  creditNote: 'A question of the theory was found faulty and credited: what was voted on has changed.',
  credits: {
    told: 'The result of the exam stays as it was.', facts: 'The theory is passed now; the exam goes on.',
    panel: 'The theory is passed now. A panel decides on your case anew.', left: 'The theory of that attempt is passed now. Your case has gone on since; the centre looks at what follows and will write to you.',
  },
  timeline: { 'panel-after-credit': 'A faulty question was credited: the panel decides anew', 'panel-member-replaced': 'A member of the panel was replaced', 'panel-dissolved': 'The panel was dissolved', 'panel-called': 'Panel called', 'vote-cast': 'A member of the panel voted', 'decided-to-pass': 'Decision: procedure passed', 'decided-to-fail': 'Decision: procedure not passed', 'decision-superseded': 'A new decision took the place of the former' },
  letters: {
    'theory-credited': { subject: 'A question of your exam was found faulty: case {number}', body: 'A question of the theory exam in case {number} was found faulty. It is credited to everybody who got it. You now have {correct} right answers of {total}.\n\n{what}\n\n{link}' },
    'panel-seat-left': { subject: 'You do not sit on the panel any more: case {number}', body: 'Somebody else has taken your seat on the panel of case {number}. If you had voted, your vote counts no more; it stays on file.' },
    'panel-dissolved': { subject: 'The panel was dissolved: case {number}', body: 'The panel of case {number} on which you sat was dissolved. The votes given count no more. If you are called to the new panel, you will get another letter.' },
    'panel-called': { subject: 'You sit on a panel: case {number}', body: 'You were called to the panel that decides case {number}.\n\nLook at the material and vote under “Panels”.\n\n{link}' },
    decided: { subject: 'A decision was taken on case {number}', body: 'Decision No {decision} was taken on case {number}.\n\nThe result, a document of recognition or a notice with recommendations, will be sent to your account within the set time.\n\n{link}' },
  },
  protocol: {
    attempt: 'attempt {n}', onSite: 'offline, in the centre', recorded: 'made: {stages}', stages: { theory: 'theory', practice: 'practice' }, workEnds: { 'handed-in': 'handed in by the candidate', time: 'time over', removal: 'removed from the exam', stopped: 'the practice was ended' }, setAside: { illness: 'illness', emergency: 'emergency', conflict: 'conflict of interest', other: 'another reason' }, theoryOnLine: 'theory on line, with proctoring; practice offline, in the centre', onLine: 'on line, with proctoring', languages: { kk: 'Kazakh', ru: 'Russian' }, warning: 'verbal warning', removal: 'removal from the exam', chair: 'chair of the panel', member: 'member of the panel',
    choices: { pass: 'passed', fail: 'not passed', uphold: 'uphold', reject: 'reject' }, passed: 'The candidate has passed the procedure of recognition of the professional qualification.', failed: 'The candidate has not passed the procedure of recognition of the professional qualification.',
    grounds: { THEORY_NOT_PASSED: 'Ground: in the theory stage the number of correct answers did not exceed the pass mark.', PRACTICE_NOT_PER_MAP: 'Ground: the practical task was not performed by the technological map.', VIOLATION: 'Ground: repeated violation.', NO_SHOW: 'Ground: no-show.' },
    signalsOff: ' – signs of the watch switched off: {list}',
    accommodations: { 'extra-time': 'extra time', 'large-print': 'large print', place: 'adapted place', assistant: 'assistant', tics: 'involuntary movements (tics)', 'covered-face': 'a face covered for religious reasons', glasses: 'glasses', other: 'other condition' },
  },
  page: {
    change: {
      title: 'Change the panel', lead: 'The panel can be changed until it has decided. The term of the decision runs on.', replaceTitle: 'Replace a member', member: 'Who is replaced', successor: 'Who takes the seat', ground: 'Ground', note: 'Explanation', noteHint: 'Write no diagnosis. With a conflict of interest or another ground an explanation is required.', replace: 'Replace', replaced: 'The member was replaced and the letters were sent.', noSuccessor: 'Nobody can take a seat. Give the role under “Staff” or invite an assessor of another centre.', voidHint: 'The vote of a replaced member counts no more; it stays on file.',
      dissolveTitle: 'Dissolve the panel', dissolveLead: 'All votes given lose their force, and the centre calls a new panel.', dissolve: 'Dissolve the panel', dissolved: 'The panel was dissolved. Call a new one.', grounds: { illness: 'illness', absence: 'cannot take part', conflict: 'a conflict of interest was found', 'role-lost': 'the role has ended', other: 'another ground' }, dissolutionGrounds: { composition: 'the composition is wrong', unable: 'the members cannot go on', other: 'another ground' },
      leftTitle: 'Replaced members', voidVote: 'the vote counts no more', noVote: 'did not vote',
    },
    title: 'Panel and decision', skill: 'Skill', skillShown: 'shown', skillNotShown: 'not shown', skillOpen: 'not settled', factsTitle: 'What was held', theory: 'Theory', practice: 'Practice', correct: '{correct} of {total} correct', passed: 'passed', failed: 'not passed', notHeld: 'not held', steps: '{done} of {total} operations done', violations: 'Violations', none: 'none', noShow: 'No-show', ground: 'Ground of non-passing', notDone: 'Operations not done',
    callTitle: 'Call the panel', callHint: '{size} people are needed, the quorum is {quorum} votes. Whoever assessed does not sit (norm).', members: 'Members', chair: 'Chair', call: 'Call the panel', called: 'The panel was called and its members were written to.', missing: '{n} people are missing for the panel that the norm demands. Give the role under “Staff” or invite assessors of another centre.',
    panelTitle: 'Panel', waiting: 'awaited', votes: '{votes} votes given, {needed} needed', voteTitle: 'Your vote', choice: 'Your decision', pass: 'Procedure passed', fail: 'Procedure not passed', note: 'Note (optional)', vote: 'Vote', voted: 'Your vote was taken.', decide: 'Take the decision', decided: 'The decision was taken.', ready: 'Majority: {outcome}. Take the decision: the protocol will be made.', decision: 'Decision No {number} of {date}', back: 'Folder of the case',
    ownTitle: 'Panels', ownEmpty: 'No panel waits for you', ownEmptyText: 'When you are called to a panel the case will be here.', columns: { number: 'Case', candidate: 'Candidate', profession: 'Profession, level', due: 'Due', vote: 'Vote' }, given: 'given', notGiven: 'awaited',
    listTitle: 'Decisions', listEmpty: 'No case waits for a decision', listEmptyText: 'Cases with a finished exam will be here: first the panel, then the document or the notice.',
  },
}
