import 'server-only';
import type { ScanState } from '@/lib/kernel/scan-state';
import { openJson, openText } from '@/lib/platform/crypto';
import { openFileName, stateOf } from '@/lib/platform/storage';
import { messageContext, type OfficeContent, type OwnContent, subjectContext } from './domain/message-seals';

/** What the queries of this module share: a message's row, opened. Whoever calls has asked whether it may be read. */
export const openSubject = (tenantId: string, threadId: string, sealed: Uint8Array | null): string | null =>
  sealed && openText(sealed, subjectContext(tenantId, threadId));

export interface MessageFileFacts {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  state: ScanState;
}

/** What a query selects of a message's files to tell of them. */
export const selectedFiles = {
  select: {
    file: {
      select: {
        tenantId: true,
        id: true,
        nameSealed: true,
        mediaType: true,
        size: true,
        scanState: true,
        createdAt: true,
      },
    },
  },
} as const;

export const openFiles = (
  rows: readonly {
    file: Parameters<typeof openFileName>[0] & {
      mediaType: string;
      size: number;
      scanState: string;
      createdAt: Date;
    };
  }[],
): MessageFileFacts[] =>
  rows
    .toSorted((a, b) => a.file.createdAt.getTime() - b.file.createdAt.getTime())
    .map(({ file }) => ({
      id: file.id,
      name: openFileName(file),
      mediaType: file.mediaType,
      size: file.size,
      state: stateOf(file),
    }));

export const openOwn = (tenantId: string, row: { id: string; sealed: Uint8Array }): OwnContent =>
  openJson<OwnContent>(row.sealed, messageContext(tenantId, row.id));

export const openOffice = (tenantId: string, row: { id: string; sealed: Uint8Array }): OfficeContent =>
  openJson<OfficeContent>(row.sealed, messageContext(tenantId, row.id));
