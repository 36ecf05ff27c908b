import type { StandardsDeskText } from './kk.ts'

export const en: StandardsDeskText = {
  title: 'Standards and requirements',
  lead: 'The sector body prepares a version of a document; a second person — another officer of the body or the authorised body — approves it. An approved version is never changed.',
  leadMinistry: 'Versions sent by sector bodies for approval, documents in force, and the programmes that have to be redone.',
  empty: 'There are no documents yet.', open: 'Open', new: 'New document', newTitle: 'A new standard or requirements', kind: 'Kind of document', titleKk: 'Title in Kazakh', titleRu: 'Title in Russian', create: 'Open the draft', created: 'The draft is open.',
  kindMissing: 'Choose the kind of document.',
  redos: 'Programmes to redo', redosIf: 'Programmes to redo once this is approved', redosCount: 'Programmes to redo: {count}', redosLead: 'A programme is held against the basis in force on the day of its approval. A version that is not yet in force is shown too, so that the centre has time.', redosNone: 'No programme has to be redone.',
  centre: 'Centre', programme: 'Programme', reason: 'Reason', since: 'From', basis: 'Basis', what: 'What changed', qualification: '{name}, level {level}', programmeVersion: 'version {no}',
  reasons: { appeared: 'a basis of assessment has appeared', replaced: 'a standard took the place of requirements', changed: 'the basis has changed', lost: 'the new version does not name this profession' },
  changesCount: 'Changes: {count}', unknownChanges: 'there is no earlier text to compare with',
  warningTitle: 'The programme has to be redone', warningLine: '{reason}: {title}, version {no}, from {day}.', warningHint: 'Open a new version, complete it by the changes and send it for approval.',
  missing: 'What is still missing', complete: 'The document is whole: it can be sent for approval.', changes: 'What differs from the version before', returnedNote: 'Why it was returned',
  author: 'Prepared by', approvedBy: 'Approved by', nobody: 'came with the platform', publicPage: 'The public page',
  edit: 'Change the particulars', bring: 'Bring the text by the template', submit: 'Send for approval', submitted: 'The version has been sent for approval.', approve: 'Approve', approved: 'The version is approved.', approveHint: 'Once approved the version is never changed; heads of centres get a letter about the programmes to redo.',
  decision: 'Decision of the second person', note: 'Why it is returned', giveBack: 'Return', givenBack: 'The version has been returned.', next: 'Open the next version', own: 'You wrote in this version: a second person approves it.', waiting: 'The version waits for the second person.',
  editTitle: 'Particulars of the document', titleEn: 'Title in English', actKk: 'Approving act in Kazakh', actRu: 'Approving act in Russian', edition: 'Edition', page: 'Page where the act is published', pageHint: 'begins with https://', validFrom: 'Day of coming into force', dayWrong: 'Write the day correctly.', save: 'Save', saved: 'Saved.',
  textKk: 'Text of the requirements in Kazakh', textRu: 'Text of the requirements in Russian', professions: 'For which profession and level', professionsHint: 'As “code:level”, separated by “;”. For example: K-0001:4; K-0002:3',
  importTitle: 'Bring the text by the document template', importLead: 'Download the template or the present text, fill it in and bring it. It is examined first: with a single mistake nothing is entered. The file takes the place of the whole text of the draft.',
  importNodes: 'The kind of a row stands in the column “node”: {nodes}. A row belongs to the nearest card, function or skill above it.', templateXlsx: 'Template with an example, XLSX', templateCsv: 'Template with an example, CSV', currentXlsx: 'The present text, XLSX', file: 'File', check: 'Examine',
  previewTitle: 'Examination of the file', fileName: 'File: {name}, rows: {rows}', faultsTitle: 'The file has mistakes, nothing is entered', faultsText: 'Put the mistakes right and bring the file again.', faults: 'Mistakes', line: 'Row', column: 'Column', fault: 'Reason',
  again: 'Bring another file', dryTitle: 'No mistakes were found', dryText: 'Below is what would change in the draft. Nothing has been entered yet.', take: 'Enter the text in the draft', taken: 'The text has been entered in the draft.', takenAlready: 'This file has been entered in the draft.', wouldMiss: 'What would still be missing before it is sent',
}
