import { once } from 'node:events';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { careTables } from './city-care';
import { SERVICE, TENANT } from './city-rows';
import { cityTables } from './city-tables';

/**
 * Fills an empty, seeded database with an invented city of `people` persons and all they have done, by COPY.
 * Foreign keys are not checked row by row while filling (the rows are ours); `owner` must be allowed that.
 */
export async function fillCity(owner: string, people: number, say: (line: string) => void): Promise<void> {
  const db = new Client({ connectionString: owner });
  await db.connect();
  try {
    const service = await db.query('select id from service where tenant_id = $1 and slug = $2', [
      TENANT,
      SERVICE,
    ]);
    const system = await db.query('select id from back_office_system where tenant_id = $1 limit 1', [TENANT]);
    const homes = await db.query('select id from care_home where tenant_id = $1 order by slug', [TENANT]);
    await db.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'",
    );
    const systemId = system.rows[0].id;
    const homeIds = homes.rows.map(({ id }) => id as string);
    for (const table of [
      ...cityTables(service.rows[0].id, systemId),
      ...careTables({ systemId, homeIds, now: new Date() }),
    ]) {
      const began = performance.now();
      let rows = 0;
      const copy = db.query(copyFrom(`copy ${table.name} (${table.columns}) from stdin`));
      let chunk = '';
      for (const row of table.rows(people)) {
        rows += 1;
        chunk += row;
        if (chunk.length > 262_144) {
          if (!copy.write(chunk)) await once(copy, 'drain');
          chunk = '';
        }
      }
      copy.end(chunk);
      await once(copy, 'finish');
      say(
        `${table.name.padEnd(22)} ${rows.toLocaleString('en').padStart(12)} rows ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`,
      );
    }
    say('vacuum and analyze …');
    await db.query('vacuum (analyze)');
  } finally {
    await db.end();
  }
}
