import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { getRuleInTx } from '@/lib/tenants/api';
import { requireMaySeeSources } from '../access';
import { type Contact, silentSince } from '../domain/silence';

export interface SilentSource {
  systemId: string;
  /** as the municipality calls it before residents, in her language or in Swedish; else its name among staff */
  name: Said;
  since: Date;
}

/**
 * The municipality's back-office systems that are silent now. Which of them concern her, her list of cases knows. It is
 * asked at each showing: a source is never said to be silent when it has just been heard from.
 */
export async function listSilentSources(actor: Actor, lang: Language): Promise<SilentSource[]> {
  requireMaySeeSources(actor);
  const { tenantId } = actor;
  return read(actor, async (tx) => {
    const at = now();
    const rule = await getRuleInTx(tx, tenantId, 'source.silent', dateInSweden(at));
    const systems = await tx.$queryRaw<(Contact & Named)[]>`
      select s.id, s.name, s.shown_as as "shownAs", s.client_id as "clientId", s.heard_at as "heardAt",
             coalesce((select max(d.attempts) from delivery d
                        where d.tenant_id = ${tenantId} and d.system_id = s.id and d.created_at > s.heard_at
                          and d.state <> 'received' and d.last_error is not null), 0) as "toldInVain"
        from (select *, coalesce(last_seen_at, created_at) as heard_at from back_office_system
               where tenant_id = ${tenantId}) as s
       order by s.created_at`;
    return systems.flatMap((system) => {
      const since = silentSince(system, rule, at);
      return since ? [{ systemId: system.id, name: nameIn(system, lang), since }] : [];
    });
  });
}

interface Named {
  id: string;
  name: string;
  shownAs: Record<string, string> | null;
}

function nameIn({ name, shownAs }: Named, lang: Language): Said {
  const text = shownAs?.[lang];
  return text === undefined ? { text: shownAs?.sv ?? name, lang: 'sv' } : { text, lang };
}
