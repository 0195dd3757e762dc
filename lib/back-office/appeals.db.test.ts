import { describe, expect, it } from 'vitest';
import { saveAppealDraft } from '@/lib/cases/commands/save-appeal-draft';
import { sendAppeal } from '@/lib/cases/commands/send-appeal';
import { getAppeal } from '@/lib/cases/queries/get-appeal';
import { handlers } from '@/lib/platform/jobs/handlers';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createDecided, sendAppealOf, written } from '@/lib/testing/appeals-world';
import { createSystem } from '@/lib/testing/back-office-world';
import { checkedPdf } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';

const going = new AbortController().signal;

/** An office at the API's other end, and a case of its own with a decision that she has opened. */
async function decidedOf() {
  const office = await createSystem('granvik');
  const on = await createDecided();
  await asOwner((client) =>
    client.query('update cases set system_id = $1 where id = $2', [office.id, on.caseId]),
  );
  return { ...on, token: await tokenFor(office) };
}

const plan = (caseId: string, appealId: string) =>
  handlers['plan-delivery']?.(
    { tenantId: 'granvik', caseId, eventType: 'cases.appeal-sent', appealId },
    going,
  );

async function waiting(token: string): Promise<{ id: string; kind: string }[]> {
  const response = await ask('GET', '/deliveries?state=waiting', { token });
  return ((await response.json()) as { items: { id: string; kind: string }[] }).items;
}

describe('an appeal, delivered', () => {
  it('waits once, is fetched with its files and receipt, and received when the system says so', async () => {
    const { resident, decisionId, caseId, externalId, token } = await decidedOf();
    const draft = written({ evidence: 'Intyget visar det.', phone: '070-174 06 05' });
    const saved = await saveAppealDraft(resident, { decisionId, draft, version: 0, files: [checkedPdf()] });
    const version = saved.outcome === 'saved' ? saved.version : -1;
    const { appealId } = await sendAppeal(resident, { decisionId, version, language: 'sv' });
    await plan(caseId, appealId);
    await plan(caseId, appealId);
    const [delivery, ...others] = await waiting(token);
    expect([delivery?.kind, others]).toEqual(['appeal', []]);

    const fetched = await ask('GET', `/deliveries/${delivery?.id}`, { token });
    const { appeal } = (await agrees('get-delivery', fetched)) as { appeal: { files: { id: string }[] } };
    expect(appeal).toMatchObject({
      id: appealId,
      decision: externalId,
      isLate: false,
      appellant: { name: 'Astrid Lindqvist', phone: '070-174 06 05', protectedIdentity: false },
      change: draft.change,
      evidence: draft.evidence,
      files: [{ name: 'Läkarintyg.pdf' }],
    });
    expect((await ask('GET', `/files/${appeal.files[0]?.id}`, { token })).status).toBe(200);
    const receipt = await ask('GET', `/appeals/${appealId}/receipt`, { token });
    expect(receipt.headers.get('content-type')).toBe('application/pdf');

    const body = { externalId: 'SB-1', occurredAt: new Date().toISOString() };
    for (let round = 0; round < 2; round += 1)
      expect((await ask('POST', `/deliveries/${delivery?.id}/receipt`, { token, body })).status).toBe(200);
    expect(await waiting(token)).toEqual([]);
    expect((await getAppeal(resident, { caseId, decisionId, appealId }, 'sv')).receivedAt).not.toBeNull();
  });

  it('is told of again when a file of it has been scanned since', async () => {
    const { resident, decisionId, caseId, token } = await decidedOf();
    await saveAppealDraft(resident, { decisionId, draft: written(), version: 0, files: [checkedPdf()] });
    const appealId = await sendAppealOf(resident, decisionId);
    await plan(caseId, appealId);
    const { files } = await getAppeal(resident, { caseId, decisionId, appealId }, 'sv');
    await handlers['plan-file-delivery']?.({ tenantId: 'granvik', fileId: files[0]?.id }, going);
    expect((await waiting(token)).map(({ kind }) => kind)).toEqual(['appeal', 'file']);
  });

  it('the worker makes its PDF', async () => {
    const { resident, decisionId } = await decidedOf();
    const appealId = await sendAppealOf(resident, decisionId);
    await handlers['make-appeal-receipt']?.({ tenantId: 'granvik', appealId }, going);
    const made = await asOwner((client) =>
      client.query('select 1 from appeal where id = $1 and receipt_file_id is not null', [appealId]),
    );
    expect(made.rowCount).toBe(1);
  });
});
