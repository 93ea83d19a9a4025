import type { Directory } from '../directory/directory';
import type { Person } from '../directory/organisation';
import { isSameName } from '../shared/names';
import type { Turn } from './turn';

/** Whom a mention in this message means by that name; null where none does, or the account is nobody of ours. */
export async function findMentioned(
  { mentioned }: Pick<Turn, 'mentioned'>,
  called: string,
  directory: Pick<Directory, 'findMentioned'>,
): Promise<Person | null> {
  const mention = mentioned.find(({ name }) => isSameName(name, called));
  return mention === undefined ? null : directory.findMentioned(mention);
}
