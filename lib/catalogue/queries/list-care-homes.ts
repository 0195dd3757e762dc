import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read, type Tx } from '@/lib/platform/db';
import { demand, visibleCareHomes } from '../access';
import type { HomeChoice } from '../domain/form-page';

/** The municipality's care homes in one language, in its own order. */
export async function listCareHomes(actor: Actor, language: string): Promise<HomeChoice[]> {
  demand(actor, 'read');
  return read(actor, (tx) => listCareHomesInTx(tx, actor.tenantId, language));
}

export async function listCareHomesInTx(tx: Tx, tenantId: string, language: string): Promise<HomeChoice[]> {
  const homes = await tx.careHome.findMany({
    where: visibleCareHomes({ tenantId }),
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { slug: true, name: true, district: true, address: true, description: true, languages: true },
  });
  return homes.map(({ description, ...home }) => {
    const texts = description as Record<string, string>;
    const lang = texts[language] ? language : 'sv';
    return { ...home, description: { text: texts[lang] ?? '', lang } };
  });
}
