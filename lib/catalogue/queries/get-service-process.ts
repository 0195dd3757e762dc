import 'server-only';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import { read, type Tx } from '@/lib/platform/db';
import { recall } from '../definition-memory';
import { inForce } from '../domain/dated';
import type { ServiceDefinition, ServiceForm } from '../domain/definition';
import { languageOf } from '../domain/texts';
import { versionInTx } from './published-definition';

/** What a service says, in one language, of how its cases go. */
export interface ServiceProcess {
  /** by phase, where it has words of its own */
  phases: Partial<Record<keyof NonNullable<ServiceForm['phases']>, Said>>;
  /** how long it usually takes; null where it says nothing for that day */
  usual: { words: Said; weeks: number | null } | null;
}

export interface ServiceVersionRef {
  serviceId: string;
  version: number;
}

interface Asked {
  language: string;
  /** times are those in force that day */
  on: CalendarDate;
}

/** What the version says that something was applied for on. */
export async function getServiceProcessInTx(
  tx: Tx,
  tenantId: string,
  { serviceId, version }: ServiceVersionRef,
  asked: Asked,
): Promise<ServiceProcess> {
  return processIn(await versionInTx(tx, tenantId, serviceId, version), asked);
}

/** The same outside a transaction: it asks the database only the first time, since a version never changes. */
export async function getServiceProcess(
  scope: { tenantId: string },
  { serviceId, version }: ServiceVersionRef,
  asked: Asked,
): Promise<ServiceProcess> {
  const known = recall(scope.tenantId, serviceId, version);
  if (known) return processIn(known, asked);
  const ref = { serviceId, version };
  return read(scope, (tx) => getServiceProcessInTx(tx, scope.tenantId, ref, asked));
}

function processIn(definition: ServiceDefinition, { language, on }: Asked): ServiceProcess {
  if (definition.kind === 'guide') return { phases: {}, usual: null };
  const lang = languageOf(definition, language);
  const say = (texts: Record<string, string>): Said => ({ text: texts[lang] ?? '', lang });
  const usual = inForce(definition.usualTime, on);
  return {
    phases: Object.fromEntries(
      Object.entries(definition.phases ?? {}).map(([phase, texts]) => [phase, say(texts)]),
    ),
    usual: usual ? { words: say(usual.text), weeks: usual.weeks ?? null } : null,
  };
}
