import {
  type Answer,
  type Call,
  documentAnswer,
  notFound,
  pageAnswer,
  type System,
  seeOther,
} from './answers';
import { getCase } from './cases';
import { conversationBody, messagesBody } from './message-pages';
import { getConversation, getMessageDocument, listConversations, markRead, writeMessage } from './messages';
import type { Portal } from './portal';

/* What officers do with what residents write. */

export async function showMessages(system: System, call: Call): Promise<Answer> {
  return pageAnswer('Meddelanden', call, messagesBody(await listConversations(system.pool)));
}

export async function showConversation(
  system: System,
  call: Call,
  id: number,
  error: string | null = null,
): Promise<Answer> {
  const found = await getConversation(system.pool, id);
  if (!found) return notFound(call);
  const state =
    found.threadId && call.url.searchParams.has('portal')
      ? await (system.portals.get(found.municipality) as Portal)
          .getThread(found.threadId, call.officer)
          .catch(() => 'Mina sidor svarar inte just nu.')
      : null;
  return pageAnswer('Meddelanden', call, conversationBody(found, error, state), error ? 422 : 200);
}

export const showMessageDocument = async (system: System, call: Call, parts: string[]): Promise<Answer> =>
  documentAnswer(call, await getMessageDocument(system.pool, Number(parts[0])));

export async function handleConversation(system: System, call: Call, parts: string[]): Promise<Answer> {
  const id = Number(parts[0]);
  const found = await getConversation(system.pool, id);
  if (!found) return notFound(call);
  if (parts[1] === 'answer') {
    const text = await textIn(call);
    if (!text) return showConversation(system, call, id, 'Skriv något till den som skrev.');
    await writeMessage(system.pool, found, call.officer, text);
  }
  await markRead(system.pool, found, call.officer);
  system.wake();
  return seeOther(`/messages/${id}`);
}

/** The first of a case's own conversation, or one more in it. */
export async function writeInCase(system: System, call: Call, parts: string[]): Promise<Answer> {
  const caseRow = await getCase(system.pool, Number(parts[0]));
  if (!caseRow) return notFound(call);
  const text = await textIn(call);
  if (!text) return seeOther(`/cases/${caseRow.id}`);
  const { municipality } = caseRow;
  const where = { municipality, caseRow, subject: null, service: null, threadId: null };
  const id = await writeMessage(system.pool, where, call.officer, text);
  system.wake();
  return seeOther(`/messages/${id}`);
}

const textIn = async (call: Call): Promise<string> =>
  String((await call.form()).get('text') ?? '')
    .replaceAll('\r\n', '\n')
    .trim();
