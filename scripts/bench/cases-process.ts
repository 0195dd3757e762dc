// What bench -- cases does with a city's own keys, in a process of its own: filling it, and asking the list itself beside
// plain SQL (scripts/bench/cases.ts starts it).
import { writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { listMyCases } from '@/lib/cases/queries/list-my-cases';
import type { ResidentActor } from '@/lib/platform/actor';
import { disconnect } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { fillCases, HUNDREDS } from './cases-fill';
import { idFor, TENANT } from './city-rows';

const ROUNDS = 6;

/** Milliseconds of each asking. */
export interface Asked {
  list: number[];
  plain: number[];
}

const actors = Array.from({ length: HUNDREDS.people }, (_, n): ResidentActor => {
  const person = 10 * (n + 1);
  return {
    kind: 'resident',
    tenantId: TENANT,
    personId: idFor('person', person),
    sessionId: idFor('session', person),
  };
});

/** The rows of a hundred cases by the same driver, prepared, and no more: no transaction, no counts, nothing opened. */
const PLAIN = `select id, title, number, phase, received_at, last_event_at, officer_sealed, system_id
                 from cases where tenant_id = $1 and person_id = $2 order by last_event_at desc, id desc limit 100`;

async function ask(): Promise<Asked> {
  const plain = new Client({ connectionString: env().DATABASE_APP_URL });
  await plain.connect();
  await plain.query(`select set_config('app.tenant_id', $1, false)`, [TENANT]);
  const asked: Asked = { list: [], plain: [] };
  // The first round makes the code and the pages warm.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const actor of actors) {
      const began = performance.now();
      const { rowCount } = await plain.query({
        name: 'plain',
        text: PLAIN,
        values: [TENANT, actor.personId],
      });
      const between = performance.now();
      const { cases } = await listMyCases(actor, 'sv', { filter: 'all' }, 100);
      const ended = performance.now();
      if (rowCount !== HUNDREDS.cases || cases.length !== HUNDREDS.cases)
        throw new Error('Not all were listed');
      if (round === 0) continue;
      asked.plain.push(between - began);
      asked.list.push(ended - between);
    }
  }
  await plain.end();
  await disconnect();
  return asked;
}

const [what, argument = ''] = process.argv.slice(2);
if (what === 'fill') {
  await fillCases(process.env.CITY_URL ?? '', Number(argument), (line) => console.log(`  ${line}`));
} else {
  writeFileSync(argument, JSON.stringify(await ask()));
}
process.exit(0);
