import type { Pool, PoolClient } from 'pg';
import type { CaseRow, DocumentRow } from './cases';
import { inTransaction } from './database';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Delivery } from './portal';

/*
 * What residents and officers write to each other. A conversation is a case's, one about a subject of hers in it, or one
 * about a service before anybody has applied.
 */

export interface MessageRow {
  id: number;
  municipality: string;
  case_id: number | null;
  /** the portal's; not known of what was written here first */
  thread_id: string | null;
  portal_message_id: string | null;
  author: 'resident' | 'office';
  subject: string | null;
  service: string | null;
  text: string;
  /** whom she was told that it goes to */
  addressee: { name?: string; unit?: string } | null;
  /** her name, or the officer's */
  written_by: string;
  written_at: Date;
  read_at: Date | null;
  read_by: string | null;
}

export interface Conversation {
  /** by which it is found again: that of any message in it */
  id: number;
  caseRow: CaseRow | null;
  municipality: string;
  subject: string | null;
  service: string | null;
  threadId: string | null;
  person: string;
  messages: (MessageRow & { documents: DocumentRow[] })[];
}

export interface ConversationInList {
  id: number;
  municipality: string;
  subject: string | null;
  service: string | null;
  case_number: string | null;
  person: string;
  unread: number;
  latest: Date;
}

// One conversation: of a case without a subject, whoever began it; all others by the portal's thread.
const conversationOf = `case when case_id is not null and subject is null then 'case ' || case_id else 'thread ' || thread_id end`;

export async function listConversations(pool: Pool): Promise<ConversationInList[]> {
  const { rows } = await pool.query<ConversationInList>(
    `select max(m.id) as id, m.municipality, max(m.subject) as subject, max(m.service) as service,
            max(c.number) as case_number,
            coalesce(max(c.applicant->>'givenName' || ' ' || (c.applicant->>'surname')),
                     max(m.written_by) filter (where m.author = 'resident')) as person,
            count(*) filter (where m.author = 'resident' and m.read_at is null)::int as unread,
            max(m.written_at) as latest
       from (select *, ${conversationOf} as conversation from message) m left join case_file c on c.id = m.case_id
      group by m.conversation, m.municipality order by unread desc, latest desc limit 200`,
  );
  return rows;
}

export async function unreadCount(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ unread: number }>(
    "select count(*)::int as unread from message where author = 'resident' and read_at is null",
  );
  return rows[0]?.unread ?? 0;
}

/** The conversation that a message stands in. */
export async function getConversation(pool: Pool, id: number): Promise<Conversation | null> {
  const { rows: messages } = await pool.query<MessageRow>(
    `select * from message where ${conversationOf} = (select ${conversationOf} from message where id = $1)
       and municipality = (select municipality from message where id = $1) order by written_at, id`,
    [id],
  );
  const [first] = messages;
  if (!first) return null;
  const ids = messages.map((message) => message.id);
  const [cases, documents] = await Promise.all([
    pool.query<CaseRow>('select * from case_file where id = $1', [first.case_id]),
    pool.query<DocumentRow & { message_id: number }>(
      'select id, supplement_id, name, state, length(content) as size, message_id from document where message_id = any($1)',
      [ids],
    ),
  ]);
  const caseRow = cases.rows[0] ?? null;
  const hers = messages.find(({ author }) => author === 'resident');
  return {
    id,
    caseRow,
    municipality: first.municipality,
    subject: first.subject,
    service: first.service,
    threadId: messages.find(({ thread_id }) => thread_id !== null)?.thread_id ?? null,
    person: caseRow
      ? `${caseRow.applicant.givenName} ${caseRow.applicant.surname}`
      : (hers?.written_by ?? ''),
    messages: messages.map((message) => ({
      ...message,
      documents: documents.rows.filter(({ message_id }) => message_id === message.id),
    })),
  };
}

/** What is written in a case and stands in its own conversation; one more is about each subject. */
export async function conversationsOfCase(pool: Pool, caseId: number): Promise<ConversationInList[]> {
  const { rows } = await pool.query<ConversationInList>(
    `select max(id) as id, max(subject) as subject,
            count(*) filter (where author = 'resident' and read_at is null)::int as unread, max(written_at) as latest
       from (select *, ${conversationOf} as conversation from message where case_id = $1) m
      group by conversation order by latest desc`,
    [caseId],
  );
  return rows;
}

/** A document that came with a message, wherever it belongs. */
export async function getMessageDocument(
  pool: Pool,
  id: number,
): Promise<{ name: string; media_type: string; content: Buffer } | null> {
  const { rows } = await pool.query<{ name: string; media_type: string; content: Buffer }>(
    'select name, media_type, content from document where id = $1 and message_id is not null and content is not null',
    [id],
  );
  return rows[0] ?? null;
}

/** Files what has come; the same delivery again changes nothing. */
export async function fileMessage(
  client: PoolClient,
  municipality: string,
  delivery: Delivery,
): Promise<{ caseId: number | null; number: string; messageId: number }> {
  const { message, sender } = delivery;
  if (!message || !sender) throw new Error('A delivery of a kind this system does not know');
  const { rows: cases } = delivery.case
    ? await client.query<{ id: number; number: string }>(
        'select id, number from case_file where municipality = $1 and portal_case_id = $2',
        [municipality, delivery.case.id],
      )
    : { rows: [] };
  const [found] = cases;
  if (delivery.case && !found) throw new Error('A message about a case that is not here');
  const { rows } = await client.query<{ id: number }>(
    `insert into message (municipality, case_id, thread_id, portal_message_id, author, subject, service, text, addressee,
                          written_by, written_at)
       values ($1, $2, $3, $4, 'resident', $5, $6, $7, $8, $9, $10)
       on conflict (portal_message_id) do update set text = excluded.text returning id`,
    [
      municipality,
      found?.id ?? null,
      message.threadId,
      message.id,
      message.subject ?? null,
      message.service ?? null,
      message.text,
      message.addressee ?? null,
      `${sender.givenName} ${sender.surname}`,
      message.sentAt,
    ],
  );
  const messageId = rows[0]?.id ?? 0;
  return { caseId: found?.id ?? null, number: found?.number ?? `FRÅGA-${messageId}`, messageId };
}

const happened = (officer: Officer) => ({
  occurredAt: new Date().toISOString(),
  officer: officerMessage(officer),
});

interface Where {
  municipality: string;
  caseRow: CaseRow | null;
  subject: string | null;
  service: string | null;
  threadId: string | null;
}

/** Writes to the resident, in a conversation or as the first of a case's. Whoever answers has read what was written. */
export async function writeMessage(
  pool: Pool,
  where: Where,
  officer: Officer,
  text: string,
): Promise<number> {
  const { municipality, caseRow, subject, service, threadId } = where;
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into message (municipality, case_id, thread_id, author, subject, service, text, written_by)
         values ($1, $2, $3, 'office', $4, $5, $6, $7) returning id`,
      [municipality, caseRow?.id ?? null, threadId, subject, service, text, officer.name],
    );
    const id = rows[0]?.id ?? 0;
    const isCasesOwn = caseRow !== null && subject === null;
    await leaveMessage(client, {
      municipality,
      caseId: caseRow?.id ?? null,
      method: 'PUT',
      path: isCasesOwn
        ? `/cases/${caseRow.portal_case_id}/messages/M${id}`
        : `/message-threads/${threadId}/messages/M${id}`,
      body: { text, ...happened(officer) },
      what: `Meddelande M${id}`,
    });
    return id;
  });
}

/** An officer has read all that is unread in a conversation; the resident is told who. */
export async function markRead(pool: Pool, conversation: Conversation, officer: Officer): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const { id, author, read_at, portal_message_id } of conversation.messages) {
      if (author !== 'resident' || read_at) continue;
      const { rowCount } = await client.query(
        'update message set read_at = now(), read_by = $2 where id = $1 and read_at is null',
        [id, officer.name],
      );
      if (!rowCount) continue;
      await leaveMessage(client, {
        municipality: conversation.municipality,
        caseId: conversation.caseRow?.id ?? null,
        method: 'POST',
        path: `/messages/${portal_message_id}/reading`,
        body: happened(officer),
        what: 'Läst meddelande',
      });
    }
  });
}
