import type { TreeText } from './kk.ts'

export const en: TreeText = {
  title: 'Contents of the draft', lead: 'A standard consists of a passport and profession cards: a card has labour functions, a function has skills, a skill has abilities and knowledge. Press a name to open that part.',
  edit: 'Change the contents', whole: 'Whole document', openAnew: 'Open the page anew', gone: 'The draft has no such part any more', goneText: 'Another officer may have removed or moved it.',
  passport: 'Passport', passportLead: 'Passport and general part of the standard.', passportWritten: 'Parts filled in: {count} of {of}', passportEdit: 'Change the passport', passportTitle: 'Passport of the standard',
  node: { card: 'Card', function: 'Labour function', skill: 'Skill', ability: 'Ability', knowledge: 'Knowledge' },
  lists: { card: 'Profession cards', function: 'Labour functions', skill: 'Skills', ability: 'Abilities', knowledge: 'Knowledge' },
  none: { card: 'No cards yet.', function: 'No labour functions yet.', skill: 'No skills yet.', ability: 'No abilities yet.', knowledge: 'No knowledge yet.' },
  add: { card: 'Add a card', function: 'Add a labour function', skill: 'Add a skill', ability: 'Add an ability', knowledge: 'Add knowledge' },
  adding: { card: 'New card', function: 'New labour function', skill: 'New skill', ability: 'New ability', knowledge: 'New knowledge' },
  changing: { card: 'Change the card', function: 'Change the labour function', skill: 'Change the skill', ability: 'Change the ability', knowledge: 'Change the knowledge' },
  under: '{node} {code}: {name}', unnamed: 'no name written',
  counts: { function: 'labour functions: {count}', skill: 'skills: {count}', ability: 'abilities: {count}', knowledge: 'knowledge: {count}' },
  missing: { kk: 'no Kazakh text', ru: 'no Russian text' },
  change: 'Change', up: 'Up', down: 'Down', moved: 'The order has changed.',
  code: 'Code', codeHint: 'Within one card each code of a function or a skill is borne once.', nameKk: 'Name in Kazakh', nameRu: 'Name in Russian', textKk: 'Text in Kazakh', textRu: 'Text in Russian',
  bothHint: 'Both languages are needed before the draft is sent for approval; it may be saved in one.',
  mandatory: 'Kind of labour function', mandatoryYes: 'mandatory', mandatoryNo: 'additional', alone: 'May be recognised alone', yes: 'yes', no: 'no',
  level: 'Level of the sectoral framework', levelNone: 'not written', profession: 'Code in the register of professions', professionHint: 'Where the register has the profession. For example: K-0001', occupation: 'Code of the national classifier of occupations', tariffGrade: 'Sub-level by the tariff guides',
  inKk: '{part}, in Kazakh', inRu: '{part}, in Russian', further: 'Other texts of the card',
  save: 'Save', saveAndNext: 'Save and add another', saved: 'Saved.', added: 'Added.', remove: 'Remove', removeTitle: 'Remove from the draft', removeText: 'The part is removed from the draft. Approved versions do not change.', removeWith: 'Removed with it: {what}.', removed: 'Removed from the draft.',
}
