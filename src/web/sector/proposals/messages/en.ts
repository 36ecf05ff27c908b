import type { ProposalPagesText } from './kk.ts'

export const en: ProposalPagesText = {
  list: {
    title: 'Proposals to the register', lead: '{body}: proposals of associations of employers to the register of professions.', open: 'New proposal', caption: 'Proposals', empty: 'No proposals', emptyText: 'When an association sends a proposal, press “New proposal”.',
    round: 'The present round closes on {on}, that day included', roundText: 'A late proposal goes to the next round. The round opened on {from}.', roundUnknown: 'The norms set no dates for proposals',
    draft: 'draft', number: 'Number', kind: 'Proposal', profession: 'Profession', step: 'Step', due: 'Term', moved: 'Last act', body: 'Sector body', association: 'Association',
  },
  kinds: { add: 'add a profession', change: 'change the entry', move: 'move to the other kind of recognition', strike: 'strike off the register' },
  kindHints: { add: 'The profession is not in the register.', change: 'Name, levels, requirements, validity of the document and others.', move: 'From voluntary to mandatory recognition or back.', strike: 'Recognition of the profession ends. Documents issued stay valid.' },
  steps: { draft: 'Draft', filed: 'Filed, sectoral council awaited', agreed: 'Agreed by the sectoral council', recommended: 'Recommended by the National Council', proposed: 'Version prepared, approval awaited', entered: 'Entered in the register', 'not-agreed': 'Not agreed by the sectoral council', 'not-recommended': 'Not recommended by the National Council', withdrawn: 'Withdrawn' },
  road: { draft: 'The sector body writes the proposal', filed: 'The proposal is filed', agreed: 'Agreement of the sectoral council', recommended: 'Recommendation of the National Council', proposed: 'The ministry prepares the version', entered: 'Another person approves: edition of the register' },
  movers: { 'sector-officer': 'move of the sector body', ministry: 'move of the ministry', nobody: '' },
  open: { title: 'New proposal', lead: 'One proposal, one entry.', kind: 'What is proposed?', profession: 'Profession in the register', professionHint: 'For everything but a new one. Only professions of your body and those without a body.', code: 'Code of the new profession', codeHint: 'Only to add a profession: Latin letters and digits, such as K-0750.', begin: 'Begin the draft' },
  page: {
    noNumber: 'draft', association: 'Association that proposes', grounds: 'Grounds', filedOn: 'Filed', roundCloses: 'Last day of the round', council: 'Protocol of the sectoral council', national: 'Protocol of the National Council', protocol: 'No {number}, {on}',
    updateDue: 'Register to be updated by', updateDueNote: '{days} after the recommendation of the National Council', notSet: 'not set', late: 'overdue', firstDay: 'First day of the version', preparedBy: 'Version prepared by', edition: 'Edition of the register', editionNo: 'edition {no}', endGrounds: 'Grounds of the end',
    running: 'Running cases', runningText: { one: '{n} case of this profession is running: it is finished under the version of its registration.', other: '{n} cases of this profession are running: they are finished under the version of their registration.' }, runningNone: 'No case of this profession is running.',
    facts: 'About the proposal', papers: 'Papers', noPapers: 'No papers attached.', paperKinds: { association: 'proposal of the association', council: 'protocol of the sectoral council', 'national-council': 'protocol of the National Council' }, history: 'Course of the proposal', roadTitle: 'Road of the proposal', publicPage: 'Page in the register',
    otherOpen: 'Another proposal for this entry is under way: until it is ended this one cannot be filed.',
  },
  diff: { before: 'Before', after: 'After', entered: 'Change entered in the register', title: 'Compared with the register', add: 'New entry', strike: 'Entry to be struck off the register', now: 'In the register', proposed: 'Proposed', aspect: 'Fact', differs: 'changes', changes: 'Changes', none: 'No difference.', moved: 'The entry has changed since the proposal was filed: below it is compared with the present version.' },
  fill: {
    title: 'Content of the proposal', association: 'Association of employers', grounds: 'Grounds', groundsHint: 'Nature of the work (health, life, safety of people) and demand on the labour market.', entry: 'How the entry shall read', track: 'Kind of recognition', voluntary: 'voluntary', mandatory: 'mandatory',
    nameKk: 'Name in Kazakh', nameRu: 'Name in Russian', nameEn: 'Name in English', basis: 'Basis of assessment', standard: 'professional standard', requirements: 'qualification requirements', basisTitleKk: 'Title of the basis in Kazakh', basisTitleRu: 'Title of the basis in Russian', fieldCode: 'Direction', levels: 'Qualification levels',
    educationRequired: 'A document of education is required', educationTextKk: 'Education required, in Kazakh', educationTextRu: 'Education required, in Russian', experienceRequired: 'Work experience is required', experienceTextKk: 'Experience required, in Kazakh', experienceTextRu: 'Experience required, in Russian',
    validityMonths: 'Validity of the document, months', validityHint: 'Empty means unlimited.', ageMin: 'Least age', ageHint: 'Empty means the general floor.', actKk: 'Act in Kazakh', actRu: 'Act in Russian', form: 'Form of mandatory recognition', mandatoryPart: 'For mandatory recognition', voluntaryPart: 'For voluntary recognition', mandatoryHint: 'Filled in only where recognition is mandatory.', voluntaryHint: 'Filled in only where recognition is voluntary.', save: 'Save the draft', saved: 'Draft saved.',
    attach: 'Attach the proposal of the association', file: 'File (PDF or picture)', attachButton: 'Attach', attached: 'Paper attached.', remove: 'Remove', removed: 'Paper removed.',
    file1: 'File the proposal', fileText: 'A proposal filed today belongs to the round that closes on {on}.', fileButton: 'File', filed: 'Proposal filed: {number}.',
  },
  council: {
    title: 'Answer of the sectoral council', nationalTitle: 'Answer of the National Council', answer: 'Answer', agrees: 'agreed', refuses: 'not agreed', recommends: 'recommended', notRecommends: 'not recommended', number: 'Number of the protocol', on: 'Day of the protocol', grounds: 'Grounds of the refusal', groundsHint: 'Only for a refusal.', paper: 'Protocol (PDF or picture)', record: 'Record the answer', recorded: 'Answer recorded.', answerMissing: 'Choose the answer.',
  },
  withdraw: { title: 'Withdraw the proposal', grounds: 'Grounds', button: 'Withdraw', done: 'Proposal withdrawn.', discard: 'Delete the draft', discarded: 'Draft deleted.' },
  ministry: {
    title: 'Proposals to the register', lead: 'Proposals of sector bodies: recommendation of the National Council, preparation of the version, approval by another person, edition.', tabs: { agreed: 'Await the National Council', recommended: 'To be prepared', proposed: 'To be approved', filed: 'With sector bodies', ended: 'Ended' },
    empty: 'No proposals here', emptyText: 'Proposals that have come to this step stand here.', onlyMinistry: 'A person of the ministry prepares the version.',
    prepare: 'Prepare the version', prepareText: 'The version is in force from its first day. Until another person approves it the register does not change.', firstDay: 'First day', firstDayHint: 'Today or later.', prepareButton: 'Prepare', prepared: 'Version prepared. Another person approves it.', again: 'Prepare again',
    approve: 'Approve and publish', approveText: 'The version prepared by {name} is in force from {on}. Approving it publishes a new edition of the register.', approveButton: 'Approve and publish the edition', approved: 'Edition {no} is published.', own: 'You prepared this version; another person approves it.', back: 'Send the version back', backGrounds: 'Reason', backButton: 'Send back', sentBack: 'Version sent back.',
    publish: 'New edition', publishText: 'Several prepared versions may be published as one edition: all or none. Those you prepared cannot be chosen.', choose: 'Prepared versions', line: '{number}: {profession} — {kind}, from {on}', publishButton: 'Publish the chosen',
  },
  history: {
    'proposal-drafted': 'Draft begun', 'proposal-paper-attached': 'Paper attached', 'proposal-paper-detached': 'Paper removed', 'proposal-filed': 'Proposal filed', 'proposal-agreed': 'Agreement of the sectoral council recorded', 'proposal-not-agreed': 'Refusal of the sectoral council recorded',
    'proposal-recommended': 'Recommendation of the National Council recorded', 'proposal-not-recommended': 'Refusal of the National Council recorded', 'proposal-prepared': 'Version prepared', 'proposal-sent-back': 'Version sent back', 'proposal-recounted': 'The working calendar changed: the term was counted anew', 'proposal-entered': 'Edition published', 'proposal-withdrawn': 'Proposal withdrawn',
  },
}
