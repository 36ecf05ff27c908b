import type { VouchersText } from './kk.ts'

export const en: VouchersText = {
  title: 'Vouchers', lead: 'Plan of the year, places moved between regions, and fact. Each number is counted by itself, from orders and vouchers.',
  year: 'Year', noPlan: 'The plan of this year is not approved yet.', noPlanText: 'One person of the ministry proposes the plan, another approves it.', toOrders: 'Orders',
  figures: { inForce: 'plan in force', issued: 'vouchers issued', goneThrough: 'went through the procedure', passed: 'recognised', annulled: 'annulled unused' },
  columns: { region: 'Region', plan: 'Initial plan', moved: 'Moved', revised: 'Plan revised', inForce: 'Plan in force', reserved: 'Reserved', waiting: 'Waiting', issued: 'Issued', goneThrough: 'Gone through', passed: 'Recognised', annulled: 'Annulled' },
  total: 'The country', tableTitle: 'By region', over: 'over plan: no transfer on record',
  counters: '“Issued” counts vouchers used and unused. “Gone through” counts them whatever the exam said. “Recognised” counts decisions that recognise. None of the three stands for another.',
  region: 'A voucher belongs to the region where the person is registered as unemployed; the centre that examines may lie in another.',
  imported: { title: '{year} was over before the platform', asBrought: 'Plan and fact come from the imported table and stand as in it: the platform adds nothing and invents no transfer.', text: 'Plan and fact come from the slides of the National body (March 2026) and stand as printed. 228 people were recognised by voucher. What became of the other vouchers the slides do not say: that, the people and the dates are invented for the demonstration.' },
  overNote: 'Regions over plan are flagged: {regions}. There is no document of a transfer, and the platform invents none.',
  demo: 'Plan and vouchers of this year are demonstration data.',
  map: 'Map of vouchers issued', mapLead: 'How many vouchers each region issued. The shade is the share of the plan in force.', spoken: 'of {plan} planned', scale: { none: 'none issued', third: 'up to 33 %', most: '33–66 %', nearly: '67–99 %', full: '100 %', over: 'over plan' },
  csv: 'CSV', xlsx: 'XLSX', file: 'vouchers-{year}', asOf: 'As of {day}.',
  promised: 'Reserved places and the waiting list are those of today, of requests under review.',
  forecast: {
    title: 'Forecast and proposals to move places', lead: 'It is assumed that requests go on to the last day of filing at the pace of the last {days} days. This is a forecast; a person decides.',
    none: 'At this pace no region runs short.', noDays: 'Requests of this year are closed: there is no forecast.',
    runsOut: '{region} will run out on {day}.', runsOutNow: '{region} has no free place now, requests wait in line.', unused: '{region} will use {use} of {plan} places this year.', waits: 'Requests that wait: {n}.', propose: 'Places to be moved: {n}.',
    press: 'Prepare the order', document: 'Forecast of the platform, {day}', prepared: 'The order is prepared. Another person must approve it.',
    receiver: 'To', giver: 'From', places: 'Places', reason: 'Why',
  },
  orders: {
    title: 'Orders about voucher places', lead: 'An order takes effect by two people and is never edited: a mistake is undone by a reverse order.',
    empty: 'No orders', emptyText: 'The plan of the year appears here when it is approved.', kinds: { plan: 'Plan of the year', revision: 'Revision of the plan', transfer: 'Transfer of places' }, reverse: 'Reverse order',
    states: { waiting: 'waits for a second person', approved: 'approved', declined: 'declined' }, ground: 'Ground', document: 'Document', proposed: 'Proposed by {name}, {at}', decided: 'Decided by {name}, {at}', imported: 'A year that was over, imported', line: '{region}: {places}', lineTotal: 'Places in all: {places}, regions: {regions}',
    approve: 'Approve', decline: 'Decline', note: 'Why it is declined', own: 'You proposed it: another person decides.', approved: 'The order is approved, the places are moved.', declined: 'The order is declined.', reversePress: 'Prepare the reverse order',
    newTransfer: 'Move places', from: 'Region that gives', fromHint: 'Only free places are moved: those issued or reserved stay.', to: 'Region that receives', places: 'Number of places', groundLabel: 'Ground', documentLabel: 'Number and date of the document', send: 'Propose', sent: 'The order is proposed. Another person must approve it.', free: '{region} – free: {n}',
    newPlan: 'Plan of {year}', planTotal: 'Places in the whole country', planTotalHint: 'Must be the sum of the regions.', planLead: 'The base of each region is taken from the plan of the year before and may be changed.',
    newRevision: 'Revise the national plan', revisionLead: 'A transfer does not change the plan of the country; this order does: it adds new places to a region or takes free ones away. The initial plan stays as it was.', revisionRegions: 'Regions: places added (10) or taken away (-10); leave empty what does not change', inForceNow: '{places} in the plan now', planEmpty: 'Leave a region empty that gets no places.',
    onlyMinistry: 'Orders are proposed and approved by people of the ministry.',
  },
}
