import 'server-only';
import { getFormInTx, listCareHomesInTx, type StoredDefinition } from '@/lib/catalogue/api';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { HomeChoice } from '@/lib/catalogue/domain/form-page';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Prisma, Tx } from '@/lib/platform/db';
import { alreadyDone, notFound } from '@/lib/platform/errors';
import { openFileName, stateOf } from '@/lib/platform/storage';
import { visibleApplications } from '../access';
import { mergePages, withFiles } from '../domain/answers';
import { answersContext } from '../domain/application-seals';
import { answerFiles, type ReceivedFile } from '../domain/received-files';

/*
 * What the use cases on a draft share: finding it, its form, and what has been answered.
 */

export interface Draft {
  tenantId: string;
  id: string;
  personId: string;
  serviceId: string;
  serviceVersion: number;
  version: number;
  lastPage: string | null;
  /** the version it was last moved to another form version at: an older page has another form */
  movedAtVersion: number;
  /** her own last change */
  updatedAt: Date;
  /** the day it is thrown away, if she has been told of one */
  removeOn: Date | null;
  form: StoredDefinition<ServiceForm>;
}

const facts = {
  tenantId: true,
  id: true,
  personId: true,
  serviceId: true,
  serviceVersion: true,
  status: true,
  version: true,
  lastPage: true,
  movedAtVersion: true,
  updatedAt: true,
  removeOn: true,
} satisfies Prisma.ApplicationSelect;

/** Her draft. AlreadyDone where it has been submitted: there is a receipt to show instead. */
export async function findDraftInTx(tx: Tx, actor: Actor, applicationId: string): Promise<Draft> {
  const found = await tx.application.findFirst({
    where: { ...visibleApplications(actor), id: applicationId },
    select: facts,
  });
  if (!found) throw notFound();
  const { status, ...draft } = found;
  if (status !== 'draft') throw alreadyDone('errors:application-submitted');
  const form = await getFormInTx(tx, draft.tenantId, draft.serviceId, draft.serviceVersion);
  return { ...draft, form };
}

/** As findDraftInTx, and nobody else changes it until the transaction ends. */
export async function lockDraftInTx(tx: Tx, actor: ResidentActor, applicationId: string): Promise<Draft> {
  const { tenantId } = actor;
  await tx.$queryRaw`select 1 from application
    where tenant_id = ${tenantId} and id = ${applicationId}::uuid and person_id = ${actor.personId}::uuid for update`;
  return findDraftInTx(tx, actor, applicationId);
}

/** A change to a draft: one version up, and what was about to be signed no longer is what she has answered. */
export async function changeDraftInTx(
  tx: Tx,
  { tenantId, id, version }: Draft,
  change: { lastPage?: string } = {},
): Promise<number> {
  await tx.application.update({
    where: { tenantId_id: { tenantId, id } },
    data: { ...change, version: version + 1, documentSealed: null, documentHash: null, removeOn: null },
    select: { id: true },
  });
  return version + 1;
}

export interface DraftAnswers {
  /** of all pages, with the files that have been received */
  answers: Answers;
  /** page → the application's version when it was last saved */
  versions: ReadonlyMap<string, number>;
  savedAt: Date | null;
  files: ReceivedFile[];
}

export async function answersInTx(
  tx: Tx,
  { tenantId, id }: Pick<Draft, 'tenantId' | 'id'>,
): Promise<DraftAnswers> {
  const rows = await tx.applicationAnswer.findMany({ where: { tenantId, applicationId: id } });
  const pages = rows.map(({ sealed, page }) => openJson<Answers>(sealed, answersContext(tenantId, id, page)));
  const files = await filesInTx(tx, { tenantId, id });
  return {
    answers: withFiles(mergePages(pages), answerFiles(files)),
    files,
    versions: new Map(rows.map(({ page, version }) => [page, version])),
    savedAt: rows.reduce<Date | null>(
      (latest, { updatedAt }) => (latest && latest > updatedAt ? latest : updatedAt),
      null,
    ),
  };
}

/** The received files, by field and in the order they came; also those that were infected. */
export async function filesInTx(
  tx: Tx,
  { tenantId, id }: Pick<Draft, 'tenantId' | 'id'>,
): Promise<ReceivedFile[]> {
  const rows = await tx.applicationFile.findMany({
    where: { tenantId, applicationId: id },
    orderBy: [{ field: 'asc' }, { position: 'asc' }],
    select: {
      field: true,
      file: {
        select: {
          tenantId: true,
          id: true,
          nameSealed: true,
          mediaType: true,
          size: true,
          scanState: true,
        },
      },
    },
  });
  return rows.map(({ field, file }) => ({
    field,
    id: file.id,
    name: openFileName(file),
    size: file.size,
    mediaType: file.mediaType,
    state: stateOf(file),
  }));
}

/** The homes to choose from, where the form asks for any; none are read where it doesn't. */
export async function homesInTx(tx: Tx, { tenantId, form }: Draft, language: string): Promise<HomeChoice[]> {
  const asks = form.definition.pages.some((page) =>
    page.groups.some((group) => group.fields.some((field) => field.kind === 'care-home-wishes')),
  );
  return asks ? listCareHomesInTx(tx, tenantId, language) : [];
}
