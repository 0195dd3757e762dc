/** A page that is open in somebody's browser and wants to hear of news. */
export interface OpenPage {
  tenantId: string;
  personId: string;
  sessionId: string;
  /** there is news of hers */
  tell(eventId: string): void;
  /** there may be news that nobody heard of */
  lookAgain(): void;
  /** called each second: a sign of life when one is due, and good-bye when its time is over */
  tick(now: number): void;
  /** for good, so that the browser doesn't come back by itself */
  end(): void;
}

/**
 * Browsers open six connections to a host over HTTP/1.1, and a page that waits holds one: with all of them held, nothing
 * else of ours would load in that browser.
 */
export const MOST_PER_SESSION = 4;

/** The open pages of one process, by whose they are. One too many of a session ends its oldest: she looks at the newest. */
export function openPages() {
  const byPerson = new Map<string, Set<OpenPage>>();
  const keyOf = ({ tenantId, personId }: { tenantId: string; personId: string }) =>
    JSON.stringify([tenantId, personId]);
  const ofPerson = (who: { tenantId: string; personId: string }): ReadonlySet<OpenPage> =>
    byPerson.get(keyOf(who)) ?? new Set();

  return {
    ofPerson,
    *all(): Iterable<OpenPage> {
      for (const pages of byPerson.values()) yield* pages;
    },
    /** Gives the way to close it; closed twice is closed. */
    open(page: OpenPage): () => void {
      const key = keyOf(page);
      const pages = byPerson.get(key) ?? new Set();
      byPerson.set(key, pages.add(page));
      const ofSession = [...pages].filter(({ sessionId }) => sessionId === page.sessionId);
      for (const tooMany of ofSession.slice(0, -MOST_PER_SESSION)) tooMany.end();
      return () => {
        pages.delete(page);
        if (pages.size === 0 && byPerson.get(key) === pages) byPerson.delete(key);
      };
    },
  };
}
