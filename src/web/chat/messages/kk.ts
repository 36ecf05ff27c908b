export const kk = { you: 'Сіз', candidate: 'Кандидат', proctor: 'Проктор', live: 'Жаңа хабарлама осы жерде өзі шығады.', none: 'Хабарлама жоқ.', late: 'Байланыс жоқ. Хабарлама байланыс қалпына келгенде жіберіледі.' }
export type ChatText = typeof kk
