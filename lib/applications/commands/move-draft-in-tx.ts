import 'server-only';
import { getFormInTx } from '@/lib/catalogue/api';
import { type Answers, isFiles } from '@/lib/catalogue/domain/answers-shape';
import { type AskedField, isAsked, type Texts } from '@/lib/catalogue/domain/form-shape';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { isLanguage, type Language, texts } from '@/lib/platform/i18n';
import { type Posted, readAnswers } from '../domain/answers';
import { answersContext, moveContext } from '../domain/application-seals';
import { type Dropped, moveDraft } from '../domain/draft-move';
import {
  afterMove,
  formVersionAt,
  type GoneAnswer,
  keepToRead,
  leftOver,
  type MoveState,
  neverMoved,
} from '../domain/move-state';
import { answerInWords } from '../domain/summary';
import { answersInTx, type Draft, homesInTx } from './draft-in-tx';
import { childrenInTx, selfInTx } from './known-in-tx';

/** What earlier moves have left to tell. */
export async function moveStateInTx(
  tx: Tx,
  { tenantId, id }: Pick<Draft, 'tenantId' | 'id'>,
): Promise<MoveState> {
  const { moveSealed } = await tx.application.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id } },
    select: { moveSealed: true },
  });
  return moveSealed ? openJson<MoveState>(moveSealed, moveContext(tenantId, id)) : neverMoved;
}

/** Beside the row's own times, as what is known beforehand. */
export async function keepMoveStateInTx(
  tx: Tx,
  { tenantId, id }: Pick<Draft, 'tenantId' | 'id'>,
  state: MoveState,
): Promise<void> {
  const sealed = sealJson(state, moveContext(tenantId, id));
  await tx.$executeRaw`update application set move_sealed = ${sealed}
    where tenant_id = ${tenantId} and id = ${id}::uuid`;
}

/**
 * Moves a locked draft to another version of its form: the pages' rows are written anew, the version goes up so that
 * every page loaded before is stale, and what has no place any more is kept to be read. `updatedAt` stays: how long a
 * draft is kept counts from her own last change.
 */
export async function moveDraftInTx(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  toVersion: number,
  { language, now }: { language: Language; now: Date },
): Promise<void> {
  const { tenantId, id, serviceId, serviceVersion, updatedAt } = draft;
  const { definition } = await getFormInTx(tx, tenantId, serviceId, toVersion);
  const { answers, versions, savedAt } = await answersInTx(tx, draft);
  const homes = await homesInTx(tx, draft, language);
  const children = await childrenInTx(tx, draft);
  const context = {
    today: dateInSweden(now),
    homes: homes.map((home) => home.slug),
    children: children.map((child) => child.key),
    self: await selfInTx(tx, draft),
  };
  const moved = moveDraft(
    draft.form.definition,
    definition,
    { answers, saved: new Set(versions.keys()) },
    context,
  );
  const version = draft.version + 1;
  const gone = await inWordsInTx(tx, draft, moved.dropped, { language, now });
  const state = afterMove(
    await moveStateInTx(tx, draft),
    { at: version, from: serviceVersion, lookAgain: moved.lookAgain, gone },
    definition.pages.map(({ slug }) => slug),
  );
  await tx.applicationAnswer.deleteMany({ where: { tenantId, applicationId: id } });
  await tx.applicationAnswer.createMany({
    data: Object.entries(moved.pages).map(([page, own]) => ({
      tenantId,
      applicationId: id,
      page,
      sealed: sealJson(own, answersContext(tenantId, id, page)),
      version,
      updatedAt: savedAt ?? updatedAt,
    })),
  });
  await tx.application.update({
    where: { tenantId_id: { tenantId, id } },
    data: { serviceVersion: toVersion, version, movedAtVersion: version, updatedAt },
    select: { id: true },
  });
  await keepMoveStateInTx(tx, draft, state);
  await auditInTx(tx, actor, {
    action: 'applications.move-draft',
    subjectPersonId: draft.personId,
    objectType: 'application',
    objectId: id,
    reason: `v${serviceVersion} v${toVersion}`,
  });
}

/**
 * A page loaded before a move, posted after it: what the newer form would not take in of it is kept to be read. Whether
 * the rest is kept is her choice, as with any page that was changed elsewhere.
 */
export async function keepTypedToReadInTx(
  tx: Tx,
  draft: Draft,
  posted: { page: string; version: number; posted: Posted },
  answers: Answers,
  options: { language: Language; now: Date },
): Promise<void> {
  const state = await moveStateInTx(tx, draft);
  const from = formVersionAt(state, posted.version);
  if (from === null) return;
  const { definition } = await getFormInTx(tx, draft.tenantId, draft.serviceId, from);
  const before = definition.pages.find(({ slug }) => slug === posted.page);
  const now = draft.form.definition.pages.find(({ slug }) => slug === posted.page);
  if (!before) return;
  const typed = readAnswers(before, posted.posted, {});
  const taken = { ...answers, ...(now && readAnswers(now, posted.posted, answers)) };
  const fields = before.groups.flatMap((group) => group.fields).filter(isAsked);
  const dropped = leftOver(typed, taken).flatMap(([id, value]) => {
    const field = fields.find((candidate) => candidate.id === id);
    return field && !isFiles(value) ? [{ field, value }] : [];
  });
  const more = await inWordsInTx(tx, draft, dropped, options);
  if (more.length > 0) await keepMoveStateInTx(tx, draft, keepToRead(state, more));
}

/** Answers with the questions they were given to, as she will read them, in her language. */
export async function inWordsInTx(
  tx: Tx,
  draft: Draft,
  dropped: readonly Dropped[],
  { language, now }: { language: Language; now: Date },
): Promise<GoneAnswer[]> {
  if (dropped.length === 0) return [];
  const spoken = languageOf(draft.form.definition, language);
  const lang = isLanguage(spoken) ? spoken : language;
  const options = {
    language: lang,
    texts: answerTexts(texts(lang)),
    homes: await homesInTx(tx, draft, spoken),
    children: await childrenInTx(tx, draft),
    now,
  };
  return dropped.map(({ field, value }) => {
    const said = localize<AskedField<string>>(field, languagesOf(field), spoken);
    return { field: field.id, question: said.label, answer: answerInWords(said, value, options), value };
  });
}

/** A question has every text in each of its form's languages. */
const languagesOf = (field: { label: Texts }): string[] => Object.keys(field.label);
