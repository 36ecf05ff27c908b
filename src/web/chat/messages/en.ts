import type { ChatText } from './kk.ts'

export const en: ChatText = { you: 'You', candidate: 'Candidate', proctor: 'Proctor', live: 'New messages appear here by themselves.', none: 'No messages.', late: 'No connection. The message will go when the connection is back.' }
