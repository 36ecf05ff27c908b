import type { ProctoringText } from './kk.ts'

export const en: ProctoringText = {
  consent: [
    'During the exam your camera, your microphone and, where the browser allows it, your screen are recorded.',
    'The recording is there to show that you yourself took the exam, without forbidden items. It is used for nothing else.',
    'Signs (face, speech, phone) are computed by your own computer: no picture is sent anywhere for analysis. A sign is no violation; a person looks at it.',
    'The recording is kept encrypted, is opened for a named purpose only, and every opening is written down. Who looked and why you see on the page of your case.',
    'The recording is deleted within the term of the norm after the term of appeal, and in a dispute after its end.',
    'The first violation is a warning that you read and acknowledge. When it is repeated the exam ends automatically, and another person looks at it at once.',
    'A technical failure is no violation.',
  ],
  consentPurposeOfPractice: 'The recording is there to show that you yourself did the task, without forbidden items; the assessors mark your work from it too. It is used for nothing else.',
  working: 'Working',
  deterministic: { 'second-workstation': 'The same exam was entered from a second computer', 'page-left': 'The exam page was left or hidden for longer than allowed' },
  serverKinds: { 'second-workstation': 'Second computer' },
  states: { checking: 'Checking', consented: 'Consent given', admitted: 'Admitted', running: 'Writing', warned: 'Reading a warning', 'broken-down': 'Broken off by a failure', ended: 'Finished' },
  outcomes: { incident: 'Incident', warning: 'Warning', ending: 'Exam ended' },
  purposes: { 'live-watch': 'Watching the exam', review: 'Review of the ending', decision: 'Decision of the panel', appeal: 'Appeal', complaint: 'Complaint', own: 'One’s own recording', marking: 'Marking of the practice' },
  verdicts: { upheld: 'Ending upheld', annulled: 'Ending annulled' },
  letters: {
    ended: { subject: 'Exam on line ended: No {number}', body: 'After a repeated violation your exam on line was ended. A person who took no part in it will look at it. You may see every flag and every recording, and answer in writing:\n{link}' },
    upheld: { subject: 'The end of your exam was reviewed: No {number}', body: 'The reviewer upheld the end of the exam. Reasons: {reasons}\n\nThe panel will now decide. You have the right to appeal.\n\n{link}' },
    annulled: { subject: 'The end of your exam was annulled: No {number}', body: 'The reviewer annulled the end of the exam. Reasons: {reasons}\n\nThe stages are held again free of charge; the centre will notify you of the new day.\n\n{link}' },
  },
  timeline: {
    'watch-consented': 'The candidate consented to being recorded', 'watch-picture': 'A picture of the check taken', 'watch-admitted': 'The proctor compared the identity and admitted the candidate', 'ending-under-review': 'The end of the exam goes to a reviewer',
    'ending-waits-for-look': 'Repeated violation: waits for the look of a person', 'ending-let-go': 'The proctor looked and let the exam go on', 'ending-upheld': 'Reviewer: ending upheld', 'ending-annulled': 'Reviewer: ending annulled',
    'flag-answered': 'The candidate answered a flag in writing', 'recording-opened': 'Recording opened for a named purpose', 'recording-broken': 'A piece of the recording does not open',
  },
  denials: {
    'proctoring.no-consent': 'Consent to being recorded comes first.', 'proctoring.consent-changed': 'The text of the consent has changed. Reload the page and read it again.', 'proctoring.consent-missing': 'Consent to being recorded: without it no exam is held on line.',
    'proctoring.rules-missing': 'Accept the list of forbidden items.', 'proctoring.not-admitted': 'The proctor has not admitted you yet.', 'proctoring.ended': 'The exam is over.', 'proctoring.chunk-order': 'A piece of the recording came out of order; number {next} is expected.',
    'proctoring.chunk-differs': 'Another piece of the recording is kept under this number.', 'proctoring.chunk-hash': 'A piece of the recording was damaged on its way.', 'proctoring.chunk-too-large': 'The piece of the recording is too large, at most {most} bytes.',
    'proctoring.ticket-wrong': 'Start the sending of this piece anew: its ticket is not good any more.', 'proctoring.upload-missing': 'The piece of the recording did not arrive in the store.', 'proctoring.upload-differs': 'What arrived in the store is not the piece that was announced.',
    'proctoring.store-full': 'The server has no room: the recording waits on your computer, your answers are being saved.', 'proctoring.second-computer': 'This exam is open on another computer, and it may be sat on one only. Nothing is taken from this computer. Go back to the first one. If it has broken down, switch it off and after {seconds} seconds draw this page anew: that is no violation.',
    'proctoring.too-many-pictures': 'There are too many pictures. Write to the proctor.', 'proctoring.pictures-missing': 'The pictures of the check are not whole yet: face, document and room are needed.', 'proctoring.face-not-compared': 'Compare the face with the document and tick it.',
    'proctoring.room-not-seen': 'Look at the room and tick it.', 'proctoring.nothing-waits': 'Nothing waits to be looked at.', 'proctoring.message-missing': 'Write the text.', 'proctoring.message-too-long': 'The text is at most {most} characters long.',
    'recording.not-playable': 'This part of the recording cannot be played: the piece that it begins with does not open. The other parts can still be seen.',
    'recording.purpose-missing': 'Choose what the recording is opened for.', 'recording.erased': 'The recording was deleted on {on}: its term of keeping is over.',
    'review.not-possible': 'The verdict cannot be given.', 'review.not-open': 'This ending has been reviewed already.', 'review.took-part': 'Whoever took part in the exam does not review it.', 'review.verdict-missing': 'Choose the verdict.',
    'review.reasons-missing': 'Write the reasons, at least 10 characters.', 'review.reasons-too-long': 'The reasons are at most {most} characters long.',
  },
}
