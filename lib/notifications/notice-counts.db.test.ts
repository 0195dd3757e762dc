import { expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { read, write } from '@/lib/platform/db';
import { createResident } from '@/lib/testing/builders';
import { job } from '@/lib/testing/cases-world';
import { unscopedNoticeCounts } from './queries/unscoped-notice-counts';

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

async function delivery(
  tenantId: string,
  more: { channel: string; state: string; dueAt: Date; endedAt?: Date },
) {
  const { personId } = await createResident(tenantId);
  await write(job(tenantId), (tx) =>
    tx.noticeDelivery.create({
      data: { tenantId, id: newId(), recipientId: personId, ...more, state: more.state as 'sent' },
    }),
  );
}

it('what waits and what was given up is counted over all municipalities, and nothing else is told', async () => {
  expect(await unscopedNoticeCounts()).toEqual({ waiting: 0, waitingSince: null, failed: {} });
  const oldest = minutes(-90);
  await delivery('granvik', { channel: 'sms', state: 'gathering', dueAt: minutes(-2) });
  await delivery('ekhamn', { channel: 'email', state: 'sending', dueAt: oldest });
  await delivery('granvik', { channel: 'push', state: 'gathering', dueAt: minutes(5) });
  await delivery('granvik', { channel: 'email', state: 'sent', dueAt: minutes(-50), endedAt: minutes(-49) });
  await delivery('granvik', {
    channel: 'email',
    state: 'failed',
    dueAt: minutes(-50),
    endedAt: minutes(-40),
  });
  await delivery('ekhamn', { channel: 'email', state: 'failed', dueAt: minutes(-50), endedAt: minutes(-40) });
  await delivery('ekhamn', { channel: 'push', state: 'failed', dueAt: minutes(-50), endedAt: minutes(-40) });
  await delivery('ekhamn', {
    channel: 'push',
    state: 'failed',
    dueAt: minutes(-3000),
    endedAt: minutes(-2000),
  });
  expect(await unscopedNoticeCounts()).toEqual({
    waiting: 2,
    waitingSince: oldest,
    failed: { email: 2, push: 1 },
  });
  // Beside the function nothing is seen without a municipality.
  expect(await read({ tenantId: '' }, (tx) => tx.noticeDelivery.count())).toBe(0);
});
