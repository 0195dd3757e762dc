import 'server-only';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { Prisma } from '@/lib/platform/db';
import { openFileName, stateOf } from '@/lib/platform/storage';

/** A file that she has put to what she sends. */
export interface HerFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  state: ScanState;
}

export const fileColumns = {
  tenantId: true,
  id: true,
  nameSealed: true,
  mediaType: true,
  size: true,
  scanState: true,
  createdAt: true,
} as const satisfies Prisma.StoredFileSelect;

type FileRow = Prisma.StoredFileGetPayload<{ select: typeof fileColumns }>;

export const herFile = (file: FileRow): HerFile => ({
  id: file.id,
  name: openFileName(file),
  mediaType: file.mediaType,
  size: file.size,
  state: stateOf(file),
});

/** In the order they were put there. */
export const herFiles = (rows: readonly { file: FileRow }[]): HerFile[] =>
  rows
    .toSorted((a, b) => a.file.createdAt.getTime() - b.file.createdAt.getTime())
    .map(({ file }) => herFile(file));
