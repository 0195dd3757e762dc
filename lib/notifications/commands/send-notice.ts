import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { getTenant } from '@/lib/tenants/api';
import { type DropReason, MAX_ATTEMPTS, reachable } from '../domain/notice';
import { type EventIds, tellingOf } from '../domain/notice-table';
import { mailText } from '../mail-text';
import { isStillNewsInTx } from '../queries/is-still-news';
import { type SendMail, sendMail } from '../send-mail';

/**
 * Sends a notice that waits. Nothing is sent when she has seen the thing already, or can't be reached any more. A mail
 * that isn't taken is tried again by the queue, with growing pauses; after the last try the row says that it failed.
 * Killed between sending and noting it, the same mail goes out again under the same Message-ID.
 */
export async function sendNotice(
  actor: JobActor,
  noticeId: string,
  send: SendMail = sendMail,
): Promise<void> {
  const { tenantId } = actor;
  const found = await read(actor, (tx) => loadInTx(tx, tenantId, noticeId));
  if (!found) return;
  if (found.drop) return end(actor, noticeId, { state: 'dropped', lastError: found.drop });

  const tenant = await getTenant(tenantId);
  const language =
    isLanguage(found.language) && tenant.languages.includes(found.language)
      ? found.language
      : defaultLanguage;
  try {
    await send({
      to: found.email,
      ...mailText(tenant, language),
      language,
      messageId: `<${noticeId}@${tenant.hosts[0]}>`,
    });
  } catch (error) {
    const attempts = found.attempts + 1;
    const isLast = attempts >= MAX_ATTEMPTS;
    await end(actor, noticeId, { attempts, lastError: codeOf(error), ...(isLast && { state: 'failed' }) });
    if (!isLast) throw error;
    log.error({ tenantId, noticeId, code: codeOf(error) }, 'a notice could not be sent and is given up');
    return;
  }
  await end(actor, noticeId, {
    state: 'sent',
    sentAt: now(),
    attempts: found.attempts + 1,
    lastError: null,
  });
}

type Loaded = { drop: DropReason } | { drop: null; email: string; language: string; attempts: number };

/** Null where nothing waits: the job has been run before. */
async function loadInTx(tx: Tx, tenantId: string, id: string): Promise<Loaded | null> {
  const notice = await tx.notice.findUnique({ where: { tenantId_id: { tenantId, id } } });
  if (notice?.state !== 'waiting') return null;
  const person = await getPersonInTx(tx, tenantId, notice.personId);
  const unreachable = reachable(person);
  if (unreachable || !person.email) return { drop: unreachable ?? 'no-address' };
  const event = await tx.domainEvent.findUnique({
    where: { tenantId_id: { tenantId, id: notice.eventId } },
    select: { type: true, payload: true },
  });
  const telling = event && tellingOf(event.type);
  // An event that is told of no more, by a later version of ours, is no news either.
  const isNews =
    telling && (await isStillNewsInTx(tx, tenantId, telling.stillNews, event.payload as EventIds));
  if (!isNews) return { drop: 'no-longer-news' };
  return { drop: null, email: person.email, language: notice.language, attempts: notice.attempts };
}

const end = (
  actor: JobActor,
  id: string,
  data: {
    state?: 'sent' | 'failed' | 'dropped';
    sentAt?: Date;
    attempts?: number;
    lastError: string | null;
  },
): Promise<void> =>
  write(actor, async (tx) => {
    await tx.notice.updateMany({ where: { tenantId: actor.tenantId, id, state: 'waiting' }, data });
  });

/** The mail library's code ("ECONNECTION", "EENVELOPE"); its message may quote her address. */
const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
};
