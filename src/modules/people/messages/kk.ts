export const kk = {
  denials: {
    'person.not-admissible': 'Жеке деректерде қате бар.',
    'person.surname-missing': 'Тегіңізді жазыңыз.',
    'person.given-name-missing': 'Атыңызды жазыңыз.',
    'person.birth-date-wrong': 'Туған күн дұрыс емес: күн, ай, жыл түрінде жазыңыз.',
    'person.birth-date-future': 'Туған күн болашақта болуы мүмкін емес.',
    'person.birth-date-not-of-iin': 'Туған күн ЖСН-ге сәйкес келмейді. Екеуін де тексеріңіз.',
    'iin.twelve-digits': 'ЖСН 12 цифрдан тұрады.',
    'iin.check-digit': 'ЖСН қате жазылған: бақылау цифры сәйкес келмейді.',
    'iin.birth-date': 'ЖСН-нің алғашқы алты цифры туған күнді білдірмейді.',
    'iin.century': 'ЖСН-нің жетінші цифры дұрыс емес.',
    'iin.demonstration': 'Бұл — көрсетілімге арналған ЖСН, нақты жұмыста қабылданбайды.',
    'account.email-taken-meanwhile': 'Аккаунт дәл қазір ашылып қойды. Кіріп көріңіз.',
    'role.to-oneself': 'Өзіңізге рөл бере алмайсыз.',
  },
}
export type PeopleText = typeof kk
