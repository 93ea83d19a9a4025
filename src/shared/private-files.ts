/**
 * Makes all new files readable only for this process's account: files are 0600, folders 0700. The database, its backups
 * and exports hold personal data. Windows has no such modes.
 */
export function createFilesPrivately(): void {
  process.umask(0o077);
}
