import 'server-only';
import { redirect } from 'next/navigation';
import { requireAdmin } from '@/lib/identity/staff-session';
import type { AdminActor } from '@/lib/platform/actor';
import { href, isStaffLanguage, type StaffLanguage, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** The language of a page of staff; whoever comes to one in another language gets it in Swedish. */
export async function staffLanguage(): Promise<StaffLanguage> {
  const { lang, path } = await requestFacts();
  return isStaffLanguage(lang) ? lang : redirect(href('sv', path));
}

/** What every page of the administration begins with; whoever isn't logged in as an administrator is sent to do so. */
export async function adminPage(): Promise<{ lang: StaffLanguage; t: Translate; actor: AdminActor }> {
  const lang = await staffLanguage();
  return { lang, t: texts(lang), actor: await requireAdmin() };
}

/** A page's title, also before anybody is logged in. */
export const adminTexts = async (): Promise<Translate> => texts(await staffLanguage());
