export const kk = {
  title: 'Аттестаттың тарихы',
  kinds: { issued: 'Берілді', withdrawal: 'Кері қайтарып алынды', resumption: 'Қолданысы қайта басталды', termination: 'Қолданысы тоқтатылды', replaced: 'Жаңа аттестатпен ауыстырылды', expired: 'Мерзімі аяқталды' },
  whole: 'аттестат толығымен', ground: 'Негізі: {ground}', clause: 'тармағы: {clause}', toCome: '{date} күнінен бастап күшіне енеді',
  documents: 'Осыған дейін берілген тану туралы құжаттар күшін сақтайды.',
  struck: 'тізілімде жоқ немесе міндетті тануға ауыстырылған: орталықтар танымайды',
}
export type CertificateHistoryText = typeof kk
