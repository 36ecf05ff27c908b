import type { Bilingual, PaperBase, PaperCentre } from './papers.ts';

/** One candidate as he stands in the pack of a sitting. */
export interface PackSeat {
  seat: string;
  name: string;
  /** Masked by the caller. */
  iin: string;
  caseNumber: string;
  language: Bilingual;
  /** What was granted to him; an empty text where nothing was. */
  accommodation: Bilingual;
  /** Finished texts of what is acknowledged already, empty where it is still to be signed. */
  familiarisation: string;
  briefing: string;
}

/** The pack of a sitting (сеанс құжаттарының жиынтығы / комплект документов сеанса): everything that lies on the table of the day. */
export interface SittingPackData extends PaperBase {
  number: string;
  madeAt: Bilingual;
  centre: PaperCentre;
  stage: Bilingual;
  qualification: Bilingual;
  date: Bilingual;
  time: string;
  place: Bilingual;
  /** Everybody who holds it, with what he is there. */
  staff: { role: Bilingual; name: string }[];
  people: PackSeat[];
  /** Whose face is compared with his document apart from the others, and by whom; absent where nobody's is. */
  coveredFaces?: Bilingual;
  /** Places of the room in rows; empty texts are free. */
  plan: { seat: string; name: string }[][];
  emergency: Bilingual[];
  /** Whose rules those are. */
  emergencySource: Bilingual;
}
