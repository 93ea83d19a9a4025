import type { Directory } from '../../directory/directory';
import type { Person } from '../../directory/organisation';
import { isSameName } from '../../shared/names';
import type { Turn } from '../turn';

/** The colleague that a mention in this message means by that name; null if there is none in the directory. */
export async function findMentioned(
  { mentioned }: Pick<Turn, 'mentioned'>,
  called: string,
  directory: Pick<Directory, 'findMentioned'>,
): Promise<Person | null> {
  const mention = mentioned.find(({ name }) => isSameName(name, called));
  return mention === undefined ? null : directory.findMentioned(mention);
}
