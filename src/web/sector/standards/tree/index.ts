export { nodePage } from './node.tsx'
export { passportPage } from './passport.tsx'
export { treePage } from './tree.tsx'
