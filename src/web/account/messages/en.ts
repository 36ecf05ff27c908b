import type { AccountText } from './kk.ts'

export const en: AccountText = {
  signIn: {
    title: 'Sign in', email: 'E-mail', password: 'Password', submit: 'Sign in', refused: 'The e-mail or the password is wrong. Check them and try again.',
    forgot: 'Forgotten the password?', register: 'Open an account', demo: 'Sign in as a demonstration person', noAccount: 'No account yet?',
    already: 'You are signed in: {name}.', goOn: 'To your account',
  },
  code: {
    title: 'Confirm the sign-in', lead: 'Write the six digits shown by the app on your phone, or one of your recovery codes.', code: 'Code', submit: 'Confirm',
    wrong: 'The code is wrong or was used before. Wait for the next one and write it.',
  },
  signOut: { title: 'Sign out', text: 'Work on this device ends.', submit: 'Sign out', done: 'You are signed out.' },
  register: {
    title: 'Open an account', lead: 'You need an account to apply and to follow your case. A centre confirms your identity later, by your document.',
    surname: 'Surname', givenName: 'Given name', patronymic: 'Patronymic', iin: 'IIN', birthOn: 'Date of birth', email: 'E-mail', phone: 'Telephone', address: 'Address',
    password: 'Password', passwordHint: 'At least 15 characters. A phrase of several words is best: easy to keep in mind, hard to guess.', submit: 'Open the account',
    emailWrong: 'Write the whole e-mail address, for example aigerim@mail.kz.', phoneWrong: 'Write the whole telephone number.', haveAccount: 'Have an account already?',
    person: 'About you', contact: 'How to reach you', sign: 'For signing in',
  },
  registered: {
    title: 'We have sent you a letter', text: 'A letter went to the address you gave: if the account was opened it says so, if there was one before it says how to sign in. You can sign in with your e-mail and password.',
  },
  reset: {
    lost: 'Are the mailbox and the recovery codes both lost? Take your identity document to a recognition centre that has a case of yours: two of its people give access back.',
    title: 'Reset the password', lead: 'Write your e-mail. A link for a new password comes by letter and works for 30 minutes.', submit: 'Send the link',
    sentTitle: 'Look into your mail', sentText: 'If there is such an account, a link that works for 30 minutes was sent to it. If there is no letter, look into the spam folder too.',
    newTitle: 'New password', newPassword: 'New password', newSubmit: 'Save the password', done: 'The password is changed and every sign-in has ended. Sign in with the new password.',
    deadTitle: 'The link no longer works', deadText: 'The link works once and for 30 minutes only. Ask for a new one.',
  },
  security: {
    title: 'Sign-in and security', passwordTitle: 'Password', current: 'Current password', fresh: 'New password', change: 'Change the password', changed: 'The password is changed. Other devices are signed out.',
    freshHint: 'At least {least} characters.', currentWrong: 'The current password is wrong.',
    emailTitle: 'E-mail', emailNow: 'Present address: {email}', emailChange: 'Change the address',
    factorTitle: 'Second factor', factorOff: 'Not switched on. With it, a code of your phone is asked for beside the password.', factorOn: 'On since {at}.', factorOpen: 'Switch on a second factor', factorManage: 'Manage the second factor',
    sessionsTitle: 'Sign-ins', device: 'Device', started: 'Began', seen: 'Last action', thisOne: 'this device', end: 'End', endOthers: 'Sign out on all other devices', ended: 'The sign-in has ended.', endedOthers: 'Other sign-ins ended: {count}.', unknownDevice: 'Unknown device',
  },
  email: {
    title: 'Change the e-mail', lead: 'We send a link to the new address; it works for 30 minutes. The address changes only when you open the link and confirm. The present address is told at once.',
    waiting: 'A letter went to {email}. Until it is confirmed the former address stays. The link works until: {until}. If there is no letter, look into the spam folder or ask again.',
    now: 'Present address', fresh: 'New address', code: 'Code of the second factor', codeHint: 'Six digits shown by the app, or one of the recovery codes.', submit: 'Send the link', asked: 'The letter was sent: look into your new mailbox.',
    confirmTitle: 'Confirm the new address', confirmLead: 'Once confirmed, you sign in with this address and letters come to it. Other devices are signed out.', notYou: 'If this was not you, close this page: nothing changes.', confirm: 'Confirm the address',
    done: 'The address is changed. Other devices are signed out.', doneElsewhere: 'The address is changed and every sign-in has ended. Sign in with the new address.',
    deadText: 'The link works once and for 30 minutes only. Sign in and ask for a new one.',
  },
  factor: {
    title: 'Second factor', lead: 'Put an app that makes codes on your phone (for example FreeOTP or Aegis). Then copy the key into it and write the six digits.',
    begin: 'Begin', scan: 'Scan this picture with the app', scanAlt: 'QR code for the app', secret: 'or type the key by hand', code: 'Six digits shown by the app', confirm: 'Switch on', wrong: 'The code is wrong. Check the time of your phone and write the next code.',
    codesTitle: 'Recovery codes', codesText: 'If the phone is lost, sign in with one of these codes. Each works once. They are shown only now: print or copy them and keep them safe.', saved: 'I have saved them',
    on: 'The second factor is on.', left: 'Recovery codes left: {count}.', remove: 'Switch off the second factor', removePassword: 'Write your password to switch it off', removed: 'The second factor is off.', again: 'Begin anew',
  },
  letters: { title: 'Letters', markRead: 'Mark all as read', empty: 'No letters yet', emptyText: 'Letters arrive here as your case moves on.', fresh: 'new', ofCase: 'Case {number}' },
  contacts: {
    title: 'Contact details', phone: 'Telephone', address: 'Address', lang: 'Language of letters', save: 'Save', saved: 'Saved.', kk: 'Kazakh', ru: 'Russian', en: 'English',
    who: 'Name', iin: 'IIN', verified: 'Identity confirmed', claimed: 'Identity not confirmed yet: a recognition centre does so when it has seen your document.',
  },
}
