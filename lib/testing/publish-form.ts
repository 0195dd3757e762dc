import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import { aJob } from './builders';
import type { FormDocument } from './small-form';

/** Publishes it as the service's next version, and gives the version. */
export async function publish(tenantId: string, document: FormDocument): Promise<number> {
  const published = await publishServiceVersion(aJob(tenantId), document);
  if (published.outcome === 'refused') throw new Error(JSON.stringify(published.problems));
  return published.version;
}
