import { z } from 'zod';
import type { PdfSection } from '@/lib/platform/pdf/pdf-document';
import { instant } from './file-shape';
import type { TakeOutContext } from './section';
import { appealsSection } from './sections/appeals-section';
import { applicationSection } from './sections/application-section';
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

/** All that is taken out, in this order. What else a case comes to have is a file in sections/ and a line here. */
const sections = [
  caseSection,
  applicationSection,
  supplementsSection,
  commentsSection,
  moreTimeSection,
  messagesSection,
  decisionsSection,
  offersSection,
  appealsSection,
  delaySection,
  withdrawalsSection,
  eventsSection,
];

/** Counted up when what stood there is gone or means something else; a section more is the same version. */
export const TAKE_OUT_VERSION = 1;

const takeOut = z.looseObject({
  format: z.literal('mina-sidor-case'),
  version: z.literal(TAKE_OUT_VERSION),
  takenOutAt: instant,
  language: z.string(),
  municipality: z.string(),
  ...Object.fromEntries(sections.map(({ name, schema }) => [name, schema])),
});

/** The published JSON Schema (2020-12), made from the schemas that everything given out has passed. */
export const takeOutSchema = (): object => ({
  ...z.toJSONSchema(takeOut, { unrepresentable: 'any' }),
  $id: `urn:mina-sidor:case:${TAKE_OUT_VERSION}`,
  title: 'A case, as its person has taken it out',
});

export interface TakenOut {
  json: Record<string, unknown>;
  printed: PdfSection[];
}

export async function makeTakeOut(
  context: TakeOutContext,
  { at, municipality }: { at: Date; municipality: string },
): Promise<TakenOut> {
  const made = await Promise.all(sections.map(async (one) => [one.name, await one.make(context)] as const));
  return {
    json: {
      $schema: `urn:mina-sidor:case:${TAKE_OUT_VERSION}`,
      format: 'mina-sidor-case',
      version: TAKE_OUT_VERSION,
      takenOutAt: at.toISOString(),
      language: context.lang,
      municipality,
      ...Object.fromEntries(made.map(([name, { data }]) => [name, data])),
    },
    printed: made.flatMap(([, { printed }]) => printed),
  };
}
