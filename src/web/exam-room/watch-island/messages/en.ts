import type { WatchIslandText } from './kk.ts'

export const en: WatchIslandText = {
  noScript: 'An exam on line needs a browser with JavaScript: without camera and microphone it cannot be held. Open another browser, or ask to sit the exam at the centre.',
  second: 'The exam is open on another computer',
  noName: { title: 'This browser cannot keep the name of the computer', why: 'By this name the server knows at which computer the exam is sat. If it is not kept, every page looks like a second computer, so the exam does not begin here.', what: 'What to do: allow this site to keep data and cookies in the settings of the browser; if this is a private (incognito) window, open a normal one; else take another browser – Chrome, Edge, Firefox or Safari. Then draw this page anew.', running: 'If the exam has begun: this is no violation. Allow the storage and draw the page anew; if you are told that the exam is open on another computer, write to the proctor, who can let this computer in.' },
  check: {
    title: 'Check of the computer', lead: 'The check runs on this computer alone: nothing is recorded and nothing is sent. You may repeat it as often as you like.', begin: 'Begin the check', preview: 'Picture of the camera',
    points: { browser: 'Browser', storage: 'Storage of the browser', camera: 'Camera', light: 'Light', face: 'Face in view', microphone: 'Microphone', line: 'Line', screen: 'Second screen', computer: 'Speed of the computer' }, before: 'After the check has begun',
    result: 'Result', resultBefore: 'The check is not finished', next: 'The check is finished, you may go on.',
  },
  pictures: {
    title: { identity: 'Pictures to confirm who you are', room: 'Pictures of the room' },
    lead: { identity: 'A person looks at the picture and compares it with the photo of your account and with the document. No machine recognises anybody.', room: 'Turn the camera slowly and take the four sides of the room. Only the computer of the exam may be on the table.' },
    open: 'Switch the camera on', take: 'Take the picture', send: 'Send', camera: 'Camera', preview: 'Picture of the camera', taken: 'The picture taken',
    kinds: { face: 'Your face', document: 'Identity document', 'room-1': 'Before you', 'room-2': 'To your right', 'room-3': 'Behind you', 'room-4': 'To your left' }, notTaken: 'Not taken yet', done: 'All pictures are sent.',
  },
  run: {
    title: 'Watch', lead: 'During the exam camera and microphone are recorded, and with your permission the screen. The analysis runs on this computer. A signal of the machine is no violation: a person looks at it.',
    lines: { camera: 'Camera and microphone', 'camera-sent': 'Recording', screen: 'Screen', 'screen-sent': 'Recording of the screen', line: 'Line', computer: 'Computer' }, shareScreen: 'Show the screen', fullScreen: 'Full screen', preview: 'Picture of the camera', screenBefore: 'Not shown', computerBefore: 'Works as usual', sentBefore: 'Not begun yet',
  },
  words: {
    opening: 'The camera is being opened', notYet: 'Nothing is recorded before the exam begins', recording: 'Being recorded', noRecorder: 'This browser cannot record video. Open another one.', stopped: 'The recording has ended',
    noCamera: 'No camera is seen. Connect it or close the other program: we try again in five seconds. This is no violation.', lineGood: 'There is a line', lineLost: 'There is no line. Answers and recording are kept on this device and sent when the line is back. This is no violation.',
    waiting: 'Waiting to be sent: {n}. They are kept on this device.', 'store-full': 'The server does not take the recording for now. It is kept on this device; answers are taken.', 'device-full': 'This device has no room left, the recording pauses. Answers are taken. This is no violation.', 'signed-out': 'You have been signed out. Sign in in another tab and draw this page anew.', sent: 'Being sent',
    weak: 'The computer is slow, so pictures are looked at more rarely. The recording goes on. This is no violation.', screenRecording: 'Being recorded', screenStopped: 'The screen is no longer shown. Switch it on again.', screenAgain: 'The recording of the screen stopped when the page was drawn anew. Share the screen again. This is no violation.', screenRefused: 'The screen is not shown',
    browserGood: 'Fit', browserOld: 'This browser is not fit. Open the newest version of Chrome, Edge, Firefox or Safari. The address must begin with https.', storageGood: 'Fit', storageForbidden: 'The browser forbids this site to keep data. Allow the data of the site, leave the private window or open another browser.', storageNoDisk: 'The recording can wait in memory only: do not close the page during the exam.', screenUnknown: 'This browser does not tell how many screens there are. Disconnect a second screen for the exam.', screenSecond: 'A second screen is connected. Disconnect it for the exam.', screenOne: 'One screen',
    cameraGood: 'Seen ({size})', cameraForbidden: 'The browser may not use camera and microphone. Press the sign in the address bar and allow it.', noMicrophone: 'No microphone was found', saySomething: 'Say a few words', voiceHeard: 'You are heard', voiceUnknown: 'The voice could not be checked. Sound is recorded all the same.', loading: 'Loading',
    lightGood: 'Enough', lightDark: 'Dark. Switch on a lamp before you.', lightBright: 'Too bright. Do not sit with your back to the window.', faceOne: 'One person is seen', faceNone: 'No face is seen. Sit facing the camera.', faceSeveral: 'Several people are seen. Be alone in the room.',
    computerGood: 'Fast enough ({ms} ms)', computerSlow: 'Slow, but fit: pictures are looked at once a second.', computerWeak: 'Too slow. The exam can be held, but a part of the analysis is switched off. Close other programs.', measuring: 'Being measured', lineFast: 'Good: {mbit} Mbit/s, an answer in {ms} ms', lineSlow: 'Slow: {mbit} Mbit/s, an answer in {ms} ms. Stop other downloads during the exam.', lineTooSlow: 'Not enough: {mbit} Mbit/s. Find another line and check again.',
    resultGood: 'Everything is ready.', resultPoor: 'The exam is possible. Follow the advice in the yellow lines.', resultBad: 'With this computer no exam on line is possible. Put the red lines right, or ask to sit the exam at the centre.',
    noConsent: 'First consent to the recording: without it the camera is not switched on.', cameraOpen: 'The camera is on', noPicture: 'The picture failed, try again', sending: 'Being sent', pictureSent: 'Sent', pictureRefused: 'The picture was not taken, take another',
  },
}
