import 'server-only';
import type { DeliveryAnswer } from '../contract/messages';
import type { Parcel } from './connector';

export interface ParcelFile {
  /** as the delivery names it; an appeal's PDF has the appeal's own */
  id: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files that go with a delivery, one at a time: together they may be large. Those that are not scanned yet come with a
 * delivery of their own, and what was infected is gone.
 */
export async function* parcelFiles(parcel: Parcel, content: DeliveryAnswer): AsyncGenerator<ParcelFile> {
  const { application, supplement, comment, appeal, message, file } = content;
  const named = [
    ...(application?.files ?? []),
    ...(supplement?.files ?? []),
    ...(comment?.files ?? []),
    ...(appeal?.files ?? []),
    ...(message?.files ?? []),
    ...(file ? [file] : []),
  ];
  for (const { id, state } of named) {
    if (state === 'waiting' || state === 'infected') continue;
    const { mediaType, bytes } = await parcel.file(id);
    yield { id, mediaType, bytes: new Uint8Array(bytes) };
  }
  if (!appeal) return;
  const { mediaType, bytes } = await parcel.appealReceipt(appeal.id);
  yield { id: appeal.id, mediaType, bytes: new Uint8Array(bytes) };
}
