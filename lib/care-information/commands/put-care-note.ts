import 'server-only';
import { happenedAt } from '@/lib/cases/domain/office-messages';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import type { CareNoteMessage, NoteKind } from '../domain/care-messages';
import { type NoteContent, noteContext } from '../domain/care-seals';
import type { CareOutcome } from '../domain/version';
import { type CareNews, putThing, type Thing } from './put-thing';

/**
 * What staff have written of her day. Corrected, it stands with what it said before beside it; taken back, nothing of
 * what it said is left here, since it may have been written of somebody else.
 */
export const putCareNote = (
  actor: SystemActor,
  message: CareNoteMessage & { externalId: string },
): Promise<{ outcome: CareOutcome }> => putThing(actor, { name: 'care_note', actionOf, keepInTx }, message);

const actionOf = ({ state }: CareNoteMessage): string =>
  state === 'retracted' ? 'care-information.take-back-care-note' : 'care-information.put-care-note';

async function keepInTx(tx: Tx, thing: Thing, message: CareNoteMessage): Promise<CareNews> {
  const { tenantId, id, personId, version, hash, law, toldAt } = thing;
  const { kind, text, lifeArea, author } = message;
  const at = happenedAt({ occurredAt: message.at }, now());
  const isBack = message.state === 'retracted';
  const content: NoteContent = { text: text ?? '', lifeArea, author };
  if (!isBack) await keepEarlierInTx(tx, thing, { kind, at, content });
  const note = { kind, at, sealed: isBack ? null : sealJson(content, noteContext(tenantId, id)) };
  await tx.careNote.upsert({
    where: { tenantId_id: { tenantId, id } },
    create: { ...thing, ...note },
    update: { version, hash, law, toldAt, ...note },
    select: { id: true },
  });
  if (isBack) await tx.careNoteEarlier.deleteMany({ where: { tenantId, noteId: id } });
  return { type: 'care-information.note-changed', payload: { noteId: id, personId } };
}

/** What it said before, where it says something else now: a version that only has another number corrects nothing. */
async function keepEarlierInTx(
  tx: Tx,
  { tenantId, id }: Thing,
  after: { kind: NoteKind; at: Date; content: NoteContent },
): Promise<void> {
  const before = await tx.careNote.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { version: true, kind: true, at: true, sealed: true, toldAt: true },
  });
  if (!before?.sealed) return;
  const { version, kind, at, sealed, toldAt } = before;
  const content = openJson<NoteContent>(sealed, noteContext(tenantId, id));
  if (kind === after.kind && at.getTime() === after.at.getTime() && isSame(content, after.content)) return;
  await tx.careNoteEarlier.create({
    data: { tenantId, noteId: id, version, kind, at, sealed: Uint8Array.from(sealed), toldAt },
    select: { version: true },
  });
}

const isSame = (one: NoteContent, other: NoteContent): boolean => canonicalJson(one) === canonicalJson(other);
