import type { PaperLettersText } from './kk.ts'

export const en: PaperLettersText = {
  title: 'Letters on paper', lead: 'A candidate without an account and an employer without a desk get a letter about money on paper: print it, hand it over under signature and attach the scan of the sheet.',
  number: 'Case number', addressee: 'To', about: 'About', written: 'Written on', state: 'State', paper: 'Letter', letter: 'Letter on paper',
  toPrint: 'to be printed', handedOver: 'handed over: {date}', empty: 'No letter on paper', emptyText: 'A letter about money to somebody without an account appears here.', waiting: 'Letters to be printed and handed over: {n}',
  kinds: { 'invoice-issued': 'Invoice issued', 'invoice-issued-due': 'Invoice issued', 'payment-received': 'Payment received', 'payment-reversed': 'Entry of a payment taken back', 'refund-owed': 'Money to be given back', 'refund-paid': 'Money given back' },
  print: 'Open and print the letter', handOver: 'Record the handing over', handOverText: 'Whoever receives it signs and dates the end of the letter. The letter then stands among those handed over.', handedOn: 'Handed over on', scan: 'Scan of the signed sheet', submit: 'Record', recorded: 'The handing over was recorded.',
}
