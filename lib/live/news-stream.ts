import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { log } from '@/lib/platform/log';
import { beatText, endText, missedSince, newsText, retryText } from './domain/stream-text';
import { findNewsSince } from './queries/find-news-since';
import { followNews } from './queries/follow-news';

/** What stands in front may cut a line that is silent for half a minute. */
const BEAT_EVERY_MS = 20_000;
/** A line is made anew so often, and who is asking is asked again. Not all of them at once. */
const LIFE_MS = { least: 240_000, spread: 120_000 };
/** When a portal stops, all its pages come back at once, to the others: spread over some seconds. */
const RETRY_MS = { least: 2_000, spread: 6_000 };
/** A line whose time is over is followed by the next without a gap that anybody would notice. */
const SOON_MS = { least: 50, spread: 150 };
/** Pieces a browser may leave unread before it is taken for gone. */
const MOST_UNREAD = 64;

const between = ({ least, spread }: { least: number; spread: number }): number =>
  Math.round(least + Math.random() * spread);

/** What a page that is open gets: see domain/stream-text.ts. */
export interface Listener {
  actor: ResidentActor;
  /** up to when the page knows everything, as it says itself */
  mark: string | null;
  /** when the log-in ends if nothing more is done */
  endsAt: Date;
  /** asked before each telling: whoever has logged out is told nothing. It must not keep the log-in alive. */
  isLoggedIn(): Promise<boolean>;
}

/** One open page's line, as the body of an answer. It ends by itself; the browser then comes back and says who it is. */
export function newsStream({ actor, mark, endsAt, isLoggedIn }: Listener): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const overAt = Math.min(endsAt.getTime(), Date.now() + between(LIFE_MS));
  let beatAt = Date.now() + BEAT_EVERY_MS;
  let isOpen = true;
  let isAsking = false;
  let leave = () => {};

  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const write = (text: string) => {
          if (!isOpen) return;
          if ((controller.desiredSize ?? 0) < -MOST_UNREAD) return close();
          controller.enqueue(encoder.encode(text));
        };
        const close = (last = '') => {
          if (!isOpen) return;
          if (last) controller.enqueue(encoder.encode(last));
          isOpen = false;
          leave();
          controller.close();
        };
        const tell = async (what: string) => {
          // More news while it is asked whether she is logged in is told by the same word: the page looks after that.
          if (isAsking) return;
          isAsking = true;
          try {
            if (!(await isLoggedIn())) return close(endText);
            write(newsText(what, Date.now()));
            beatAt = Date.now() + BEAT_EVERY_MS;
          } catch (error) {
            // Nothing is lost: the browser comes back and says up to when it has been told.
            log.warn({ err: error }, 'a page could not be told of news');
            close();
          } finally {
            isAsking = false;
          }
        };
        const tick = (now: number) => {
          if (now >= overAt) return close(retryText(between(SOON_MS)));
          // Never between news and its telling: the mark says that all up to now has been told.
          if (now < beatAt || isAsking) return;
          beatAt = now + BEAT_EVERY_MS;
          write(beatText(now));
        };

        write(retryText(between(RETRY_MS)));
        try {
          const stop = await followNews(actor, {
            tell: (eventId) => void tell(eventId),
            lookAgain: () => void tell('again'),
            tick,
            end: () => close(endText),
          });
          leave = stop;
          if (!isOpen) return leave();
          const now = new Date();
          const since = missedSince(mark, now);
          const missed = since ? await findNewsSince(actor, since) : 'again';
          if (missed) await tell(missed);
          else write(beatText(now.getTime()));
        } catch (error) {
          log.warn({ err: error }, 'a page can not be told of news');
          close();
        }
      },
      cancel() {
        isOpen = false;
        leave();
      },
    },
    { highWaterMark: 1 },
  );
}
