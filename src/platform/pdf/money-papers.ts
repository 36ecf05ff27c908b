import type { Bilingual, PaperBase, PaperCentre, PaperQualification, PaperSignature } from './papers.ts';

/** Invoice under a contract (төлем шоты / счёт на оплату): a request to pay, not the electronic tax invoice. */
export interface InvoiceData extends PaperBase {
  number: string;
  issuedOn: Bilingual;
  centre: PaperCentre;
  /** Name with IIN (masked by the caller) or BIN. */
  payer: Bilingual;
  candidate: string;
  contractNumber: string;
  qualification: PaperQualification;
  /** `45 000 ₸`. */
  amount: string;
  /** Null: no last day is set. */
  dueOn: Bilingual | null;
  signatory: string;
}

/** Act of works performed (орындалған жұмыстар актісі / акт выполненных работ), in the shape of Annex 50 to order No 562 of 20 December 2012. */
export interface ActOfWorksData extends PaperBase {
  number: string;
  madeOn: Bilingual;
  centre: Bilingual;
  payer: Bilingual;
  /** `01.11.2026 – 30.11.2026`. */
  period: string;
  lines: { service: Bilingual; period: string; count: string; price: string; total: string }[];
  count: string;
  total: string;
  /** Null: not accepted yet, or no term is set. */
  dueOn: Bilingual | null;
  /** Register of the vouchers, one line each. */
  vouchers: { voucher: string; kase: string; service: Bilingual; heldOn: string; price: string }[];
  signatures: PaperSignature[];
}

/** Letter about money to whoever has no account, handed over under signature. */
export interface MoneyLetterData extends PaperBase {
  /** Number of the case. */
  number: string;
  writtenOn: Bilingual;
  centre: PaperCentre;
  addressee: string;
  subject: Bilingual;
  text: Bilingual;
  signatory: string;
}
