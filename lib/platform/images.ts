import 'server-only';
import sharp from 'sharp';
import { ok, type Result, refused } from '@/lib/kernel/result';

export type ImageRefusal = 'damaged' | 'too-many-pixels';

/**
 * The most pixels a picture may unfold to. A phone's largest is 50 million, a drawing in A0 at 200 dpi 62; a few
 * kilobytes can say that they are a thousand million.
 */
export const MAX_PIXELS = 100_000_000;

// Each picture takes some hundred megabytes while it is drawn again; the portal must go on answering meanwhile.
const AT_ONCE = 2;
sharp.cache(false);
sharp.concurrency(1);

/**
 * Draws a picture again, from its pixels alone: what else the file held (where and when it was taken, a preview, a
 * script after its end) isn't in the new one. Turned the way it is to be seen, since that too stood in what is left out.
 */
export async function redrawImage(
  bytes: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<Result<Uint8Array<ArrayBuffer>, ImageRefusal>> {
  return oneOfFew(async () => {
    try {
      // What its first bytes say, before anything is unfolded.
      const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (width * height > MAX_PIXELS) return refused('too-many-pixels');
      const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient();
      const drawn =
        mediaType === 'image/png'
          ? await picture.png({ compressionLevel: 7 }).toBuffer()
          : await picture.jpeg({ quality: 88 }).toBuffer();
      return ok(new Uint8Array(drawn));
    } catch {
      // The library's words describe the file, and it may be anybody's: damaged is what there is to say.
      return refused('damaged');
    }
  });
}

let running = 0;
const waiting: (() => void)[] = [];

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on rather than given back, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
