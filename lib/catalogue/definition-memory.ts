import 'server-only';
import type { ServiceDefinition } from './domain/definition';

// A version never changes once written, so a copy in memory can't go stale. Bounded: old versions fall out first.
const remembered = new Map<string, ServiceDefinition>();
const MOST = 200;

type Version = [tenantId: string, serviceId: string, version: number];
const keyOf = (...version: Version) => version.join('/');

export const recall = (...version: Version): ServiceDefinition | undefined =>
  remembered.get(keyOf(...version));

export function remember(
  ...[tenantId, serviceId, version, definition]: [...Version, ServiceDefinition]
): void {
  const oldest = remembered.size >= MOST ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(keyOf(tenantId, serviceId, version), definition);
}
