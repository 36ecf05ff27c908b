export {
  certificateStates, countCentresByProfession, findCentreBySerial, findPrice, findScope, getCentre, listCentresFor, listCertificates, listPublicCentres, listScope, listStaff,
} from './centres.ts'
export type { CentreOffer, CertificateShown, Offer, Scope, ScopeLine } from './centres.ts'
export { certificateState, isCertificateValid } from './domain/certificate.ts'
export type { CertificateState } from './domain/certificate.ts'
export { enterCentre } from './enter-centre.ts'
export type { NewCentre } from './enter-centre.ts'
export { paperCentre } from './paper-centre.ts'
export { policy } from './policy.ts'
export { selectAccessibility as listAccessibility, selectRooms as listRooms } from './store/centre-store.ts'
export type { AccessibilityFeature, Centre, Room } from './store/centre-store.ts'
export { selectPriceLists as listPriceLists } from './store/scope-store.ts'
export type { Certificate, Price, PriceList } from './store/scope-store.ts'
