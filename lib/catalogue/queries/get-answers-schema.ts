import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { demand, visibleServices } from '../access';
import { payloadJsonSchema } from '../domain/payload-schema';
import { getFormInTx } from './published-definition';

/**
 * The JSON Schema of what a back office gets of a service's answers, for any version that has been published: those who
 * began on an older one still send it. NotFound for what isn't applied for here.
 */
export async function getAnswersSchema(
  actor: Actor,
  { slug, version }: { slug: string; version: number },
): Promise<ReturnType<typeof payloadJsonSchema>> {
  demand(actor, 'read');
  return read(actor, async (tx) => {
    const service = await tx.service.findFirst({
      where: { ...visibleServices(actor), slug },
      select: { id: true },
    });
    if (!service) throw notFound();
    const { definition } = await getFormInTx(tx, actor.tenantId, service.id, version);
    return payloadJsonSchema(definition, version);
  });
}
