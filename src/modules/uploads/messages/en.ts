import type { UploadsText } from './kk.ts'

export const en: UploadsText = {
  denials: {
    'attachment.empty': 'The file is empty. Scan the paper and upload it again.',
    'attachment.too-large': 'The file is too large: up to {megabytes} MB are allowed. Lower its quality or upload it in parts.',
    'attachment.too-many': 'One application may carry up to {most} files. Remove those that are not needed.',
    'attachment.missing': 'No file was chosen. Choose a file and send again.',
    'attachment.refused': 'The file was not accepted. Upload the paper itself as PDF, JPEG or PNG.',
    'attachment.type-unknown': 'This is not a PDF, JPEG or PNG. Upload the paper in one of these forms.',
    'attachment.damaged': 'The file is damaged or is not what its name says. Scan the paper again.',
  },
}
