/** A process of its own that opens the database it is told (JSON) and prints which migrations are done there. */
import { openDatabase } from '../../dist/src/db/database.js';

const database = await openDatabase(JSON.parse(process.argv[2]));
const done = await database.direct.selectFrom('kysely_migration').select('name').orderBy('name').execute();
process.stdout.write(JSON.stringify(done.map(({ name }) => name)));
await database.close();
