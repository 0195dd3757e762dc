import 'server-only';
import { env } from '@/lib/platform/env';
import { direction, href, type Language, texts } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';
import { inLanguage } from '@/lib/tenants/domain/tenant-profile';

/** A telephone number or address inside right-to-left text keeps its own direction. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

/**
 * The mail that says that there is something to read: no name, no case, no service. Anybody may read over her shoulder,
 * and nobody can tell from it what she has to do with the municipality.
 */
export function mailText(tenant: TenantView, lang: Language): { subject: string; text: string } {
  const t = texts(lang);
  const { contact } = tenant.profile;
  const municipality = { municipality: tenant.name };
  const isolate = direction(lang) === 'rtl' ? isolated : (text: string) => text;
  const paragraphs = [
    t('notices:greeting'),
    t('notices:body'),
    `${t('notices:log-in')}\n${address(tenant, lang)}`,
    t('notices:safe'),
    `${t('notices:cannot-answer')} ${t('notices:questions', {
      name: inLanguage(contact.name, lang),
      phone: isolate(contact.phone),
    })}`,
    t('notices:sender', municipality),
  ];
  return { subject: t('notices:subject', municipality), text: `${paragraphs.join('\n\n')}\n` };
}

/** The municipality's own address of the overview; whoever isn't logged in is asked to, and comes there. */
function address(tenant: TenantView, lang: Language): string {
  const { PUBLIC_SCHEME, PORT } = env();
  // Behind https there is a load balancer on the ordinary port; plain http is the demo's and the tests'.
  const port = PUBLIC_SCHEME === 'https' || PORT === 80 ? '' : `:${PORT}`;
  return `${PUBLIC_SCHEME}://${tenant.hosts[0]}${port}${href(lang, '/overview')}`;
}
