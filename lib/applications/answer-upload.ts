import 'server-only';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DataStore, MemoryLocker, Server, Upload } from '@tus/server';
import type { Actor } from '@/lib/platform/actor';
import { isAppError, problemStatus } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { MAX_FILE_BYTES } from '@/lib/platform/upload';
import { addUploadPiece, type PieceAdded } from './commands/add-upload-piece';
import { createUpload } from './commands/create-upload';
import { removeUpload } from './commands/remove-upload';
import { getUpload } from './queries/get-upload';

const UPLOADS_PATH = '/api/uploads';

/** A repeat of a request that still runs waits its turn; between instances the row's own condition decides. */
const locker = new MemoryLocker();

/** tus's idea of where bytes go, for one person's request: our commands, which ask who she is each time. */
class PiecesOf extends DataStore {
  override extensions = ['creation', 'termination'];
  /** what the last piece led to */
  added: PieceAdded | undefined;

  constructor(private readonly actor: Actor) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { applicationId, field, filename } = upload.metadata ?? {};
    const { uploadId } = await createUpload(this.actor, {
      applicationId: applicationId ?? '',
      field: field ?? '',
      name: filename ?? '',
      size: upload.size ?? 0,
    });
    upload.id = uploadId;
    return upload;
  }

  override async write(stream: Readable, uploadId: string, start: number): Promise<number> {
    // A piece whose line is cut is not kept: the next try sends it again, and pieces are small.
    this.added = await addUploadPiece(this.actor, { uploadId, start, bytes: await buffer(stream) });
    return this.added.received;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { received, size } = await getUpload(this.actor, id);
    return new Upload({ id, size, offset: received });
  }

  override remove(id: string): Promise<void> {
    return removeUpload(this.actor, id);
  }
}

/**
 * Answers a request of the tus protocol (resumable uploads, tus.io): a file comes in pieces, and goes on where the line
 * was cut. With the last piece the answer says what was wrong with the file, if anything was.
 */
export function answerUpload(actor: Actor, request: Request): Promise<Response> {
  const datastore = new PiecesOf(actor);
  const server = new Server({
    path: UPLOADS_PATH,
    datastore,
    locker,
    relativeLocation: true,
    maxSize: MAX_FILE_BYTES,
    // Our own pages only: no other origin is told anything.
    allowedOrigins: () => false,
    onUploadFinish: async () => ({
      status_code: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refused: datastore.added?.refused ?? [] }),
    }),
    onResponseError: (_, error) => {
      if ('status_code' in error) return undefined;
      if (isAppError(error)) return { status_code: problemStatus(error), body: error.reason ?? error.code };
      log.error({ err: error, route: 'uploads' }, 'route failed');
      return { status_code: 500, body: 'Unexpected error' };
    },
  });
  return server.handleWeb(request as Parameters<Server['handleWeb']>[0]);
}
