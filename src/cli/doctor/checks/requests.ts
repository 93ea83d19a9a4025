import { formatNumber } from '../../../engagement/request';
import { AppError } from '../../../shared/app-error';
import { findTables } from '../circumstances';
import { orElse, skip, type Check, type Finding } from '../finding';

/** Checks that every open request belongs to an owner or a queue in the directory. */
export const requests: Check = {
  name: 'requests',
  look: async (circumstances) => {
    const { directory, stores } = circumstances;
    const executor = findTables(circumstances);
    if (typeof executor === 'string') return [skip(executor)];
    const open = await stores.engagementStore.listOpen(executor);
    const damaged = (await stores.engagementStore.listDamaged(executor)).map((number) => ({ number }));
    const faults: Finding[] = [];
    if (damaged.length > 0)
      faults.push({
        severity: 'fail',
        what: 'Parts of these requests can’t be read, because the database is damaged or another version wrote them. Cards show those parts as empty',
        where: listed(damaged),
        next: 'If a newer version wrote them, run that one. Otherwise restore the last good backup, or ask the requesters to send them again.',
      });
    if (directory === null || directory instanceof AppError) return orElse(faults, `${open.length} open`);
    const { organisation } = directory;
    const left = open.filter(({ ownerId }) => ownerId !== null && !organisation.findPerson(ownerId));
    const stranded = open.filter(({ queueId }) => !organisation.findQueue(queueId));
    const next = 'A running bot releases or moves them within five minutes. If it’s running, check its log.';
    if (left.length > 0)
      faults.push({
        severity: 'warn',
        what: 'The owner of these requests is no longer in the directory',
        where: listed(left),
        next,
      });
    if (stranded.length > 0)
      faults.push({
        severity: 'warn',
        what: 'The queue of these requests is no longer in the directory',
        where: listed(stranded),
        next,
      });
    return orElse(faults, `${open.length} open`);
  },
};

function listed(requests: readonly { readonly number: number }[]): string {
  return requests.map(({ number }) => formatNumber(number)).join(', ');
}
