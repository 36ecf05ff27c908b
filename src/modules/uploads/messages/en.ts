import type { UploadsText } from './kk.ts'

export const en: UploadsText = {
  denials: {
    'attachment.empty': 'The file is empty. Scan the paper and upload it again.',
    'attachment.too-large': 'The file is too large: up to {megabytes} MB are allowed. Lower its quality or upload it in parts.',
    'attachment.too-many': 'One application may carry up to {most} files. Remove those that are not needed.',
    'attachment.missing': 'No file was chosen. Choose a file and send again.',
    'file.empty': 'The file is empty. Scan the paper and upload it again.',
    'file.too-large': 'The file is too large: up to 10 MB are allowed. Lower its quality or upload it in parts.',
    'file.wrong-type': 'This is not a PDF, JPEG or PNG. Upload the paper in one of these forms.',
    'file.broken': 'The file is damaged and does not open. Scan the paper and upload it again.',
    'file.active-content': 'The PDF carries a program or an embedded file. Print or scan the paper anew and upload a clean copy.',
    'file.encrypted': 'The PDF is protected by a password. Upload a copy without protection.',
    'file.pixel-flood': 'The picture is too large. Upload no more than 60 million pixels.',
    'file.disk-full': 'The server has run out of space, the file was not stored. Try later.',
  },
}
