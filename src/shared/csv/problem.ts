/** What is wrong with a CSV file: `line` counts from 1 with the header; null where it's about the whole file. */
export interface CsvProblem {
  readonly line: number | null;
  readonly message: string;
}

export const SAVE_AS_UTF8 = 'In the spreadsheet, save it as "CSV UTF-8".';
