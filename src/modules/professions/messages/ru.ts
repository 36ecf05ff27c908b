import type { ProfessionsText } from './kk.ts'

export const ru: ProfessionsText = {
  denials: {
    'profession.contradicts-itself': 'Запись реестра противоречит сама себе.',
    'profession.name-missing': 'Название профессии должно быть указано на казахском или русском языке.',
    'profession.levels-missing': 'Для добровольного признания указывается хотя бы один уровень квалификации.',
    'profession.basis-missing': 'Для добровольного признания указывается основа: профессиональный стандарт или квалификационные требования.',
    'profession.basis-of-mandatory': 'Для обязательного признания основа не указывается: оно регулируется специальными законами.',
    'profession.form-of-voluntary': 'Для добровольного признания форма обязательной проверки не указывается.',
    'profession.level-wrong': 'Уровень квалификации — целое число от 1 до 8.',
    'profession.validity-wrong': 'Срок действия документа указывается целым числом месяцев или остаётся пустым.',
    'profession.age-wrong': 'Минимальный возраст — от 14 до 99 лет.',
    'interest.mandatory': 'Эту профессию центры не признают: это делает государственный орган по специальному закону.',
    'interest.region-unknown': 'Выберите регион из списка.',
  },
  paper: {
    level: '{level}-й уровень, НРК',
    wholeProfession: 'профессия целиком',
    standard: 'Профессиональный стандарт: {title}',
    requirements: 'Квалификационные требования: {title}',
    basisUnknown: 'в реестре не указана',
  },
}
