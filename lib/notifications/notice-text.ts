import 'server-only';
import { isolated } from '@/lib/kernel/isolated';
import { direction, type Language, texts } from '@/lib/platform/i18n';
import { inLanguage } from '@/lib/tenants/domain/tenant-profile';
import type { Message } from './channels/channel';

/** A code or telephone number inside right-to-left text keeps its own direction; elsewhere it has no need of signs. */
export const isolatedIn = (lang: Language, text: string): string =>
  direction(lang) === 'rtl' ? isolated(text) : text;

export const written = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

/** What a mail and a message in a mailbox say differently: where it is safe to be, and which way she may leave. */
const words = {
  email: { safe: 'notices:safe', choose: 'notices:choose' },
  'digital-mail': { safe: 'notices:digital-mail.stays', choose: 'notices:digital-mail.choose' },
} as const;

/**
 * The message that says that there is something to read: no name, no case, no service. Anybody may read over her shoulder,
 * and nobody can tell from it what she has to do with the municipality. Mailbox operators show the subject on locked telephones.
 */
export function noticeText(
  way: keyof typeof words,
  { tenant, language: lang, isSeveral, link, settings }: Omit<Message, 'deliveryId' | 'to' | 'ttlSeconds'>,
): { subject: string; text: string } {
  const t = texts(lang);
  const { contact } = tenant.profile;
  const municipality = { municipality: tenant.name };
  const paragraphs = [
    t('notices:greeting'),
    t(isSeveral ? 'notices:body-several' : 'notices:body'),
    `${t('notices:log-in')}\n${link}`,
    t(words[way].safe),
    `${t('notices:cannot-answer')} ${t('notices:questions', {
      name: inLanguage(contact.name, lang),
      phone: isolatedIn(lang, contact.phone),
    })}`,
    `${t(words[way].choose)}\n${settings}`,
    t('notices:sender', municipality),
  ];
  return { subject: t('notices:subject', municipality), text: written(paragraphs) };
}
