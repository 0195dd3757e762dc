import type { Pool, PoolClient } from 'pg';
import { fileBooking } from './bookings';
import { fileComment } from './comments';
import { inTransaction } from './database';
import { fileDelayRequest } from './delay';
import { firstOfficer, type KindOfCase, kindOfCase } from './kinds-of-case';
import { fileMessage } from './messages';
import { fileMoreTime } from './more-time';
import { fileOfferAnswer } from './offers';
import { officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Appeal, Application, Delivery, FileFacts, Portal } from './portal';
import type { StuckDeliveries } from './stuck';
import { fileWithdrawal } from './withdrawals';

/**
 * Fetches all that waits in a municipality's portal and stores it, each with its receipt in the outbox: acknowledged only
 * once it is safely here. Run at the start, now and then, and whenever the portal says that something waits. What can't
 * be stored stands in nobody's way: it still waits there, and is tried again after a while.
 */
export async function catchUp(
  pool: Pool,
  portal: Portal,
  stuck: StuckDeliveries,
  now = new Date(),
): Promise<void> {
  const waiting = await portal.listWaiting();
  stuck.keepOnly(waiting);
  for (const id of waiting) {
    if (!stuck.isDue(id, now)) continue;
    try {
      await fetchOne(pool, portal, id);
      stuck.stored(id);
    } catch (error) {
      const { reason, attempts, nextAt } = stuck.failed(id, error, now);
      console.error(
        `${portal.access.tenantId}: delivery ${id} can't be stored: ${reason}. Try ${attempts}; the next at ${nextAt.toISOString()}`,
      );
    }
  }
}

async function fetchOne(pool: Pool, portal: Portal, id: string): Promise<void> {
  const { rowCount } = await pool.query('select from delivery where id = $1', [id]);
  // Stored before, and its receipt is on the way.
  if (rowCount) return;
  const delivery = await portal.getDelivery(id);
  const contents: StoredFile[] = [];
  for (const file of filesOf(delivery)) {
    const canBeFetched = file.state !== 'waiting' && file.state !== 'infected';
    contents.push({ ...file, content: canBeFetched ? await portal.getFile(file.id) : null });
  }
  const { appeal } = delivery;
  if (appeal) contents.unshift(receiptOf(appeal, await portal.getAppealReceipt(appeal.id)));
  await inTransaction(pool, (client) => store(client, portal.access.tenantId, delivery, contents));
}

const filesOf = ({ application, supplement, comment, appeal, message, file }: Delivery): FileFacts[] =>
  application?.files ??
  supplement?.files ??
  comment?.files ??
  appeal?.files ??
  message?.files ??
  (file ? [file] : []);

/** Filed with the other papers, under the appeal's own id: there is one. */
const receiptOf = ({ id, number }: Appeal, content: Buffer): StoredFile => ({
  id,
  name: `Överklagande ${number}.pdf`,
  mediaType: 'application/pdf',
  size: content.length,
  state: 'made-here',
  content,
});

/** What isn't scanned yet has no content here until a delivery says that it is; what is infected never has. */
type StoredFile = FileFacts & { content: Buffer | null };

async function store(
  client: PoolClient,
  municipality: string,
  delivery: Delivery,
  files: readonly StoredFile[],
): Promise<void> {
  const { application } = delivery;
  const filed = await fileIt(client, municipality, delivery);
  const { rowCount } = await client.query(
    'insert into delivery (id, case_id) values ($1, $2) on conflict do nothing',
    [delivery.id, filed.caseId],
  );
  // Two looks at once: the other was first.
  if (!rowCount) return;
  for (const { id, name, mediaType, state, field, content } of files) {
    await client.query(
      `insert into document (case_id, part_id, appeal_id, message_id, comment_id, portal_file_id, name, media_type, state, content, field)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (portal_file_id) do update set state = excluded.state, content = excluded.content
           where document.state = 'waiting'`,
      [
        filed.caseId,
        filed.partId ?? null,
        filed.appealId ?? null,
        filed.messageId ?? null,
        filed.commentId ?? null,
        id,
        name,
        mediaType,
        state,
        content,
        field,
      ],
    );
  }
  await leaveMessage(client, {
    municipality,
    caseId: filed.caseId,
    method: 'POST',
    path: `/deliveries/${delivery.id}/receipt`,
    body: {
      externalId: filed.number,
      occurredAt: new Date().toISOString(),
      ...(application && { officer: officerMessage(firstOfficer(kindOfCase(application))) }),
    },
    what: 'Kvittens',
  });
}

interface Filed {
  /** none: a message about a service, or a time about no case */
  caseId: number | null;
  number: string;
  /** of an answer */
  partId?: number;
  appealId?: number;
  messageId?: number;
  /** of comments before the decision */
  commentId?: number;
}

async function fileIt(client: PoolClient, municipality: string, delivery: Delivery): Promise<Filed> {
  const { application, supplement, appeal, message, booking } = delivery;
  if (booking) return fileBooking(client, municipality, delivery.case?.id, booking);
  if (application) return openCase(client, municipality, delivery, application);
  if (supplement) return fileAnswer(client, municipality, delivery);
  if (appeal) return fileAppeal(client, municipality, delivery.case?.id, appeal);
  if (message) return fileMessage(client, municipality, delivery);
  return findCase(client, municipality, delivery);
}

async function openCase(
  client: PoolClient,
  municipality: string,
  delivery: Delivery,
  application: Application,
): Promise<Filed> {
  const { applicant } = application;
  const { rows } = await client.query<{ id: number; number: string }>(
    `insert into case_file (municipality, portal_case_id, portal_number, applicant, application, is_protected, officer)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (municipality, portal_case_id) do update set portal_number = excluded.portal_number
       returning id, number`,
    [
      municipality,
      delivery.case?.id,
      delivery.case?.number,
      applicant,
      application,
      applicant.protectedIdentity,
      firstOfficer(kindOfCase(application)),
    ],
  );
  const [filed] = rows;
  if (!filed) throw new Error('The case could not be stored');
  const number = filed.number || ownNumber(kindOfCase(application), filed.id, new Date());
  await client.query('update case_file set number = $2 where id = $1', [filed.id, number]);
  return { caseId: filed.id, number };
}

/** Something more in a case that is here. */
async function findCase(client: PoolClient, municipality: string, delivery: Delivery): Promise<Filed> {
  const { rows } = await client.query<{ id: number; number: string }>(
    'select id, number from case_file where municipality = $1 and portal_case_id = $2',
    [municipality, delivery.case?.id],
  );
  const [found] = rows;
  // A file of a message to a service: its own row says where it belongs.
  if (delivery.file && !delivery.case) return { caseId: null, number: delivery.file.id };
  const { file, delayRequest, withdrawal, comment, moreTime, offerAnswer } = delivery;
  if (!found || !(file || delayRequest || withdrawal || comment || moreTime || offerAnswer))
    throw new Error('A delivery of a kind this system does not know');
  if (delayRequest) await fileDelayRequest(client, found.id, delayRequest);
  if (withdrawal) await fileWithdrawal(client, found.id, delivery.id, withdrawal);
  if (moreTime) await fileMoreTime(client, found.id, moreTime);
  if (offerAnswer) await fileOfferAnswer(client, found.id, offerAnswer);
  const commentId = comment && (await fileComment(client, found.id, comment));
  return { caseId: found.id, number: found.number, ...(commentId && { commentId }) };
}

/** The portal itself asked for a file anew: the request comes with its answer. */
async function fileRequest(client: PoolClient, municipality: string, delivery: Delivery): Promise<void> {
  const { request, externalId } = delivery.supplement ?? {};
  if (!request || !externalId) return;
  await client.query(
    `insert into supplement (case_id, external_id, text, items, due_on, asked_by)
       select id, $3, $4, $5, current_date, 'Mina sidor' from case_file
        where municipality = $1 and portal_case_id = $2
       on conflict do nothing`,
    [municipality, delivery.case?.id, externalId, request.text, JSON.stringify(request.items)],
  );
}

async function fileAnswer(client: PoolClient, municipality: string, delivery: Delivery): Promise<Filed> {
  const { supplement } = delivery;
  if (!supplement) throw new Error('A delivery of a kind this system does not know');
  await fileRequest(client, municipality, delivery);
  const { externalId, part, isLast, items, answeredAt } = supplement;
  const { rows } = await client.query<{ id: number; number: string; supplement_id: number }>(
    `update supplement set answered_at = case when $4 then $5::timestamptz else answered_at end from case_file
       where case_file.id = supplement.case_id and case_file.municipality = $1 and case_file.portal_case_id = $2
         and supplement.external_id = $3
       returning case_file.id, case_file.number, supplement.id as supplement_id`,
    [municipality, delivery.case?.id, externalId, isLast, answeredAt],
  );
  const [row] = rows;
  if (!row) throw new Error('An answer to something that was not asked here');
  const { rows: parts } = await client.query<{ id: number }>(
    `insert into supplement_part (supplement_id, number, is_last, items, sent_at) values ($1, $2, $3, $4, $5)
       on conflict (supplement_id, number) do update set is_last = excluded.is_last returning id`,
    [row.supplement_id, part, isLast, JSON.stringify(items), answeredAt],
  );
  const [filed] = parts;
  return { caseId: row.id, number: row.number, ...(filed && { partId: filed.id }) };
}

async function fileAppeal(
  client: PoolClient,
  municipality: string,
  portalCaseId: string | undefined,
  appeal: Appeal,
): Promise<Filed> {
  const { rows } = await client.query<{ case_id: number; number: string; id: number }>(
    `with of_case as (select id, number from case_file where municipality = $1 and portal_case_id = $2),
     filed as (insert into appeal (case_id, portal_id, decision, content) select id, $3, $4, $5 from of_case
               on conflict (portal_id) do update set content = excluded.content returning id, case_id)
     select filed.id, case_id, number from filed, of_case`,
    [municipality, portalCaseId, appeal.id, appeal.decision, appeal],
  );
  const [row] = rows;
  if (!row) throw new Error('An appeal in a case that is not here');
  return { caseId: row.case_id, number: row.number, appealId: row.id };
}

/** "SÄBO 2026-0042" */
const ownNumber = ({ letters }: KindOfCase, id: number, now: Date): string =>
  `${letters} ${now.getFullYear()}-${String(id).padStart(4, '0')}`;
