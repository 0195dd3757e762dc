import { z } from 'zod';
import type { PdfSection } from '@/lib/platform/pdf/pdf-document';
import { instant } from './file-shape';
import type { CareTaking, CaseTaking, TakeOutSection, Taking } from './section';
import { appealsSection } from './sections/appeals-section';
import { applicationSection } from './sections/application-section';
import { appointmentsSection } from './sections/appointments-section';
import { careNotesSection } from './sections/care-notes-section';
import { carePlansSection } from './sections/care-plans-section';
import { careVisitsSection } from './sections/care-visits-section';
import { caseSection } from './sections/case-section';
import { commentsSection } from './sections/comments-section';
import { decisionsSection } from './sections/decisions-section';
import { delaySection } from './sections/delay-section';
import { eventsSection } from './sections/events-section';
import { messagesSection } from './sections/messages-section';
import { moreTimeSection } from './sections/more-time-section';
import { offersSection } from './sections/offers-section';
import { supplementsSection } from './sections/supplements-section';
import { withdrawalsSection } from './sections/withdrawals-section';

/** A thing that is taken out: its name, and all that is in it, in this order. */
export interface TakeOut<T extends Taking> {
  name: string;
  /** counted up when what stood there is gone or means something else; a section more is the same version */
  version: number;
  title: string;
  sections: readonly TakeOutSection<T>[];
}

/** What else a case comes to have is a file in sections/ and a line here. */
export const caseTakeOut: TakeOut<CaseTaking> = {
  name: 'case',
  version: 1,
  title: 'A case, as its person has taken it out',
  sections: [
    caseSection,
    applicationSection,
    supplementsSection,
    commentsSection,
    moreTimeSection,
    messagesSection,
    appointmentsSection,
    decisionsSection,
    offersSection,
    appealsSection,
    delaySection,
    withdrawalsSection,
    eventsSection,
  ],
};

export const careTakeOut: TakeOut<CareTaking> = {
  name: 'care',
  version: 1,
  title: 'A year of care, as its person has taken it out',
  sections: [carePlansSection, careVisitsSection, careNotesSection],
};

const frame = ({ name, version }: { name: string; version: number }) =>
  z.looseObject({
    format: z.literal(`mina-sidor-${name}`),
    version: z.literal(version),
    takenOutAt: instant,
    language: z.string(),
    municipality: z.string(),
  });
const urn = ({ name, version }: { name: string; version: number }) => `urn:mina-sidor:${name}:${version}`;

/** The published JSON Schema (2020-12), made from the schemas that everything given out has passed. */
export const schemaOf = <T extends Taking>(thing: TakeOut<T>): object => ({
  ...z.toJSONSchema(
    frame(thing).extend(Object.fromEntries(thing.sections.map(({ name, schema }) => [name, schema]))),
    { unrepresentable: 'any' },
  ),
  $id: urn(thing),
  title: thing.title,
});

export interface TakenOut {
  json: Record<string, unknown>;
  printed: PdfSection[];
}

export async function makeTakeOut<T extends Taking>(
  thing: TakeOut<T>,
  taking: T,
  { at, municipality }: { at: Date; municipality: string },
): Promise<TakenOut> {
  const made = await Promise.all(
    thing.sections.map(async (one) => [one.name, await one.make(taking)] as const),
  );
  return {
    json: {
      $schema: urn(thing),
      format: `mina-sidor-${thing.name}`,
      version: thing.version,
      takenOutAt: at.toISOString(),
      language: taking.lang,
      municipality,
      ...Object.fromEntries(made.map(([name, { data }]) => [name, data])),
    },
    printed: made.flatMap(([, { printed }]) => printed),
  };
}
