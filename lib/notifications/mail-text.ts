import 'server-only';
import { direction, type Language, texts } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';
import { inLanguage } from '@/lib/tenants/domain/tenant-profile';
import type { Message } from './channels/channel';

/** A telephone number or address inside right-to-left text keeps its own direction. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

/**
 * The mail that says that there is something to read: no name, no case, no service. Anybody may read over her shoulder,
 * and nobody can tell from it what she has to do with the municipality.
 */
export function mailText(
  tenant: TenantView,
  lang: Language,
  { isSeveral, link, settings }: Pick<Message, 'isSeveral' | 'link' | 'settings'>,
): { subject: string; text: string } {
  const t = texts(lang);
  const { contact } = tenant.profile;
  const municipality = { municipality: tenant.name };
  const isolate = direction(lang) === 'rtl' ? isolated : (text: string) => text;
  const paragraphs = [
    t('notices:greeting'),
    t(isSeveral ? 'notices:body-several' : 'notices:body'),
    `${t('notices:log-in')}\n${link}`,
    t('notices:safe'),
    `${t('notices:cannot-answer')} ${t('notices:questions', {
      name: inLanguage(contact.name, lang),
      phone: isolate(contact.phone),
    })}`,
    `${t('notices:choose')}\n${settings}`,
    t('notices:sender', municipality),
  ];
  return { subject: t('notices:subject', municipality), text: `${paragraphs.join('\n\n')}\n` };
}
