/** A problem in a CSV file. `line` counts from 1 including the header; null if it's about the whole file. */
export interface CsvProblem {
  readonly line: number | null;
  readonly message: string;
}

export const SAVE_AS_UTF8 = 'In the spreadsheet, save it as "CSV UTF-8".';
