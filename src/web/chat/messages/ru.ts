import type { ChatText } from './kk.ts'

export const ru: ChatText = { you: 'Вы', candidate: 'Кандидат', proctor: 'Проктор', live: 'Новые сообщения появляются здесь сами.', none: 'Сообщений нет.', late: 'Нет связи. Сообщение уйдёт, когда связь восстановится.' }
