import type { CertificateHistoryText } from './kk.ts'

export const en: CertificateHistoryText = {
  title: 'History of the certificate',
  kinds: { issued: 'Issued', withdrawal: 'Withdrawn', resumption: 'Resumed', termination: 'Terminated', replaced: 'Replaced by a new certificate', expired: 'Expired' },
  whole: 'the whole certificate', ground: 'Ground: {ground}', clause: 'clause: {clause}', toCome: 'in force from {date}',
  documents: 'Documents of recognition issued before stay valid.',
  struck: 'not in the register or moved to mandatory recognition: no centre recognises it',
}
