/** A separate process that opens the given database (JSON) and prints its completed migrations. */
import { openDatabase } from '../../dist/src/db/database.js';

const database = await openDatabase(JSON.parse(process.argv[2]));
const done = await database.direct.selectFrom('kysely_migration').select('name').orderBy('name').execute();
process.stdout.write(JSON.stringify(done.map(({ name }) => name)));
await database.close();
