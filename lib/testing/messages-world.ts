import { newId } from '@/lib/kernel/ids';
import { sendMessage } from '@/lib/messages/commands/send-message';
import { officeMessage } from '@/lib/messages/domain/office-message';
import type { Place } from '@/lib/messages/domain/place';
import type { ResidentActor } from '@/lib/platform/actor';
import { asOwner } from './test-database';

/** What tests of messages build on. */

/** A form of hers as it is posted from a page with nothing on it. */
export const written = (
  more: Partial<{ messageId: string; version: number; subject: string; text: string }> = {},
) => ({
  messageId: newId(),
  version: 0,
  subject: '',
  text: 'Hur går det med min ansökan?',
  ...more,
});

/** Sends one, and gives its id and its thread's. */
export async function sendOne(
  resident: ResidentActor,
  place: Place,
  more: Parameters<typeof written>[0] = {},
): Promise<{ messageId: string; threadId: string }> {
  const posted = written(more);
  const sent = await sendMessage(resident, { place, ...posted });
  if (sent.outcome !== 'sent') throw new Error('stale');
  return { messageId: posted.messageId, threadId: sent.threadId };
}

/** What an office writes. */
export const fromOffice = (more: object = {}) => ({
  externalId: newId(),
  ...officeMessage.parse({
    occurredAt: new Date().toISOString(),
    text: 'Vi behöver bara ett intyg till.',
    officer: { name: 'Maria Öberg', unit: 'Biståndsenheten', phone: '0000-12 34 50' },
    ...more,
  }),
});

/** A status of the municipality's own that takes no messages, or nothing that is asked for, told of the case by its office. */
export const closeByStatus = (
  tenantId: string,
  caseId: string,
  closed: 'messages' | 'supplements' = 'messages',
): Promise<void> =>
  asOwner(async (client) => {
    const [statusId, codeId] = [newId(), newId()];
    await client.query(
      `insert into case_status (tenant_id, id, code, name, phase, texts, position, after, messages_open, supplements_open)
       select tenant_id, $3::uuid, 'stangd-' || left($3::text, 8), 'Stängd', phase, '{"sv": "Hos domstolen"}', 99, '{}', $4, not $4
         from cases where tenant_id = $1 and id = $2`,
      [tenantId, caseId, statusId, closed === 'supplements'],
    );
    await client.query(
      `insert into case_status_code (tenant_id, id, system_id, system_name, code, status_id, mapped_at)
       select tenant_id, $3::uuid, system_id, 'x', 'X-' || left($3::text, 8), $4::uuid, now() from cases where tenant_id = $1 and id = $2`,
      [tenantId, caseId, codeId, statusId],
    );
    await client.query(
      'update cases set office_status_id = $3, office_status_at = now() where tenant_id = $1 and id = $2',
      [tenantId, caseId, codeId],
    );
  });
