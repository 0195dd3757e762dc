import 'server-only';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { demand } from '../access';
import { inForce } from '../domain/dated';
import type { Category, Guide, ServiceDefinition } from '../domain/definition';
import type { Texts } from '../domain/form-shape';
import { languageOf, localize } from '../domain/texts';
import { findPublishedInTx, type StoredDefinition } from './published-definition';

interface ServiceFacts {
  serviceId: string;
  version: number;
  slug: string;
  category: Category;
  /** of all its texts: where it is not translated, another than was asked for */
  language: string;
  name: string;
  summary: string;
  about: string;
  forWhom: string;
  /** null where nothing is in force: then nothing is claimed */
  cost: string | null;
  usualTime: string | null;
}

/** What the service's own page says, in one language. */
export type ServicePage =
  | (ServiceFacts & {
      kind: 'elsewhere';
      howToApply: string;
      /** null where one doesn't apply on the web; `host` is what the address bar will say */
      applyAt: { url: string; host: string; owner: string; logIn: string } | null;
    })
  | (ServiceFacts & {
      kind: 'form';
      atHand: string[];
      /** about how long the form takes */
      minutes: number;
      afterwards: string[];
      deadlines: string | null;
      law: string | null;
      unit: string;
    });

/** What a service is called, language by language, and the board that decides in it where it is applied for here. */
export interface ServiceNames {
  serviceId: string;
  slug: string;
  name: Texts;
  unit: Texts | null;
}

export function namesOf({ serviceId, definition }: StoredDefinition): ServiceNames | null {
  if (definition.kind === 'guide') return null;
  const { slug, name } = definition;
  return { serviceId, slug, name, unit: definition.kind === 'form' ? definition.destination.unit : null };
}

/** @param options.today amounts and times are those in force that day */
export async function getService(
  actor: Actor,
  slug: string,
  { language, today }: { language: string; today: CalendarDate },
): Promise<ServicePage> {
  demand(actor, 'read');
  const found = await read(actor, (tx) => findPublishedInTx(tx, actor.tenantId, slug));
  if (!found || found.definition.kind === 'guide') throw notFound();
  return servicePage({ ...found, definition: found.definition }, language, today);
}

function servicePage(
  {
    serviceId,
    version,
    definition,
  }: { serviceId: string; version: number; definition: Exclude<ServiceDefinition, Guide> },
  language: string,
  today: CalendarDate,
): ServicePage {
  const chosen = languageOf(definition, language);
  const say = (text: Texts | undefined) =>
    text ? localize<string>(text, definition.languages, chosen) : null;
  const facts = {
    serviceId,
    version,
    slug: definition.slug,
    category: definition.category,
    language: chosen,
    name: definition.name[chosen] ?? '',
    summary: definition.summary[chosen] ?? '',
    about: definition.about[chosen] ?? '',
    forWhom: definition.forWhom[chosen] ?? '',
    cost: say(inForce(definition.cost, today)?.text),
    usualTime: say(inForce(definition.usualTime, today)?.text),
  };
  if (definition.kind === 'elsewhere') {
    const { howToApply, applyAt } = definition;
    return {
      ...facts,
      kind: 'elsewhere',
      howToApply: howToApply[chosen] ?? '',
      applyAt: applyAt
        ? {
            url: applyAt.url,
            host: new URL(applyAt.url).host,
            owner: applyAt.owner[chosen] ?? '',
            logIn: applyAt.logIn[chosen] ?? '',
          }
        : null,
    };
  }
  const list = (texts: Texts[]) => localize<string[]>(texts, definition.languages, chosen);
  return {
    ...facts,
    kind: 'form',
    atHand: list(definition.atHand),
    minutes: definition.minutes,
    afterwards: list(definition.afterwards),
    deadlines: say(inForce(definition.deadlines, today)?.text),
    law: say(inForce(definition.law, today)?.text),
    unit: definition.destination.unit[chosen] ?? '',
  };
}
