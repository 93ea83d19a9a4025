import { AppError } from '../shared/app-error';
import type { Directory } from './directory';
import { importSampleWhenEmpty } from './files';

/** Imports the sample organisation from its folder in local mode. Elsewhere (null), a real directory is required. */
export async function requireDirectory(directory: Directory, sampleFolder: string | null): Promise<void> {
  if (sampleFolder !== null) return importSampleWhenEmpty(directory, sampleFolder);
  if ((await directory.find()) !== undefined && !(await directory.isSampleDirectory())) return;
  throw new AppError(
    'directory-invalid',
    [
      'Partner Desk can’t start: it has no directory of your organisation yet, or only the sample.',
      'Import one: npm run directory -- import <folder with partners.csv, people.csv and queues.csv>',
      'It’s stored in the bot’s database: check that DATA_DIR or DATABASE_URL point to the right one.',
    ].join('\n'),
  );
}
