// Within a stand-in's own process: what it has stored, how it behaves, and the line to the test that started it. Plain
// Node without a build, knowing nothing of the portal but what its documents say.

/** How a stand-in takes what comes: as it should, or as systems do on bad days. */
export type Behaviour =
  | 'well'
  /** nobody answers */
  | 'away'
  /** takes the call and never answers */
  | 'hangs'
  /** answers 500 */
  | 'fails'
  /** answers 200 with a page for people */
  | 'babbles'
  /** stores what it gets, and dies before it has answered */
  | 'forgets-to-answer';

export interface StoredDelivery {
  deliveryId: string;
  content: { kind: string; case?: { id: string; number: string } } & Record<string, unknown>;
  /** id → base64 */
  files: Record<string, string>;
}

export interface Office {
  behaviour: Behaviour;
  /** what its own numbers begin with */
  letter: string;
  /** each once, in the order they were first stored */
  stored: StoredDelivery[];
  /** every name it has seen outside of what is for its eyes alone: paths, names of files */
  seen: string[];
}

export const office: Office = { behaviour: 'well', letter: 'A', stored: [], seen: [] };

/** Keeps it once, however often it comes. */
export function keep(delivery: StoredDelivery): void {
  if (!office.stored.some(({ deliveryId }) => deliveryId === delivery.deliveryId))
    office.stored.push(delivery);
}

/** The number it has a case under; the same for all that belongs to it. */
export const ownId = (content: StoredDelivery['content']): string =>
  `${office.letter}-${content.case?.number ?? 'thread'}`;

/** What a test can ask of it, beside what it has stored; each answers with JSON. */
export type Deeds = Record<string, (value: never) => unknown>;

/** Answers the test's calls; ends with it. */
export function answerTheTest(deeds: Deeds): void {
  const all: Deeds = {
    stored: () => office.stored,
    seen: () => office.seen,
    /** a system that was set up anew numbers its cases otherwise */
    letter: (letter: string) => {
      office.letter = letter;
    },
    behave: (behaviour: Behaviour) => {
      office.behaviour = behaviour;
    },
    ...deeds,
  };
  process.on('message', async ({ id, deed, value }: { id: number; deed: string; value: unknown }) => {
    try {
      process.send?.({ id, answer: (await all[deed]?.(value as never)) ?? null });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ ready: true });
}
