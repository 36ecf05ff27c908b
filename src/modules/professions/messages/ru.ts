import type { ProfessionsText } from './kk.ts'

export const ru: ProfessionsText = {
  denials: {
    'sector-body.organisation-wrong': 'Выберите организацию, внесённую как отраслевой орган.',
    'sector-body.unknown': 'Выберите орган из Реестра.',
    'sector-body.linked-already': 'У этого органа или организации связь уже есть.',
    'profession.contradicts-itself': 'Запись реестра противоречит сама себе.',
    'profession.name-missing': 'Название профессии должно быть указано на казахском или русском языке.',
    'profession.levels-missing': 'Для добровольного признания указывается хотя бы один уровень квалификации.',
    'profession.basis-missing': 'Для добровольного признания указывается основание оценки: профессиональный стандарт или квалификационные требования.',
    'profession.basis-of-mandatory': 'Для обязательного признания основание оценки не указывается: признание регулируется специальными законами.',
    'profession.form-of-voluntary': 'Для добровольного признания форма обязательной проверки не указывается.',
    'profession.level-wrong': 'Уровень квалификации — целое число от 1 до 8.',
    'profession.validity-wrong': 'Срок действия документа указывается целым числом месяцев или остаётся пустым.',
    'profession.age-wrong': 'Минимальный возраст — от 14 до 99 лет.',
    'profession.version-to-come': 'У записи {code} есть версия, действующая с {from}: новая не может начаться раньше.',
    'profession.not-in-register': 'Записи {code} нет в реестре, или она исключена.',
    'interest.mandatory': 'Признание по этой профессии проводит не центр, а государственный орган по специальному закону.',
    'interest.region-unknown': 'Выберите регион из списка.',
  },
  paper: {
    level: '{level}-й уровень, НРК',
    wholeProfession: 'профессия целиком',
    standard: 'Профессиональный стандарт: {title}',
    requirements: 'Квалификационные требования: {title}',
    basisUnknown: 'в реестре не указано',
  },
}
