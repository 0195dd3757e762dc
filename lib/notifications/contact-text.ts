import 'server-only';
import { type Language, texts } from '@/lib/platform/i18n';
import { ownAddress, type TenantView } from '@/lib/tenants/api';
import { inLanguage } from '@/lib/tenants/domain/tenant-profile';
import { isolatedIn, written } from './notice-text';

export interface MessageText {
  subject: string;
  text: string;
  /** the same in a text message */
  sms: string;
}

/** The code that shows that a new address is hers. Whoever gets it by mistake is told that nothing has to be done. */
export function codeText(tenant: TenantView, lang: Language, code: string, changeId: string): MessageText {
  const t = texts(lang);
  const values = {
    municipality: tenant.name,
    code: isolatedIn(lang, code),
    link: ownAddress(tenant, lang, `/settings/contact/${changeId}`),
  };
  return {
    subject: t('notices:code.subject', values),
    text: written([
      t('notices:greeting'),
      t('notices:code.body', values),
      `${t('notices:code.where')}\n${values.link}`,
      t('notices:code.not-you'),
      t('notices:sender', values),
    ]),
    sms: t('notices:code.sms', values),
  };
}

/** What the address that was in use before is told: whoever has taken over her log-in can't keep her from knowing. */
export function formerText(tenant: TenantView, lang: Language): MessageText {
  const t = texts(lang);
  const { contact } = tenant.profile;
  const values = {
    municipality: tenant.name,
    name: inLanguage(contact.name, lang),
    phone: isolatedIn(lang, contact.phone),
  };
  return {
    subject: t('notices:former.subject', values),
    text: written([
      t('notices:greeting'),
      t('notices:former.body', values),
      t('notices:former.not-you', values),
      t('notices:sender', values),
    ]),
    sms: t('notices:former.sms', values),
  };
}
