import type { CertificateHistoryText } from './kk.ts'

export const ru: CertificateHistoryText = {
  title: 'История аттестата',
  kinds: { issued: 'Выдан', withdrawal: 'Отозван', resumption: 'Действие возобновлено', termination: 'Действие прекращено', replaced: 'Заменён новым аттестатом', expired: 'Срок истёк' },
  whole: 'аттестат целиком', ground: 'Основание: {ground}', clause: 'пункт: {clause}', toCome: 'вступит в силу {date}',
  documents: 'Документы о признании, выданные до этого, остаются действительными.',
  struck: 'нет в реестре или переведена в обязательное признание: центры не признают',
}
