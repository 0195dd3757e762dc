import { createSubmitted } from '@/lib/testing/back-office-world';
import { emitInTx } from '@/lib/platform/events';
import { read, write, disconnect } from '@/lib/platform/db';
const t = 'granvik';
const a = await createSubmitted(t);
await write({ tenantId: t }, (tx) => emitInTx(tx, { tenantId: t }, { type: 'applications.submitted', payload: { applicationId: a.applicationId, caseId: a.caseId, personId: a.personId }, caseId: a.caseId }));
const start = performance.now();
let last = '';
while (performance.now() - start < Number(process.argv[2] ?? 20000)) {
  const c = await read({ tenantId: t }, (tx) => tx.case.findFirst({ where: { tenantId: t, id: a.caseId } }));
  const s = `${c?.phase} ${c?.externalId}`;
  if (s !== last) console.log(Math.round(performance.now() - start), 'ms', s);
  last = s;
  if (c?.phase === 'received_by_office') break;
  await new Promise((r) => setTimeout(r, 20));
}
console.log(a.caseId);
await disconnect();
