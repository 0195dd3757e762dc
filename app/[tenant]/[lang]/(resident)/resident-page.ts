import 'server-only';
import { notFound } from 'next/navigation';
import { requireResident } from '@/lib/identity/session';
import type { ResidentActor } from '@/lib/platform/actor';
import { isLanguage, type Language, type Translate, texts } from '@/lib/platform/i18n';

export interface ResidentParams<P extends Record<string, string> = Record<never, string>> {
  params: Promise<{ tenant: string; lang: string } & P>;
}

/** What every page of a resident's own begins with; whoever isn't logged in is sent to do so. */
export async function residentPage<P extends { tenant: string; lang: string }>({
  params,
}: {
  params: Promise<P>;
}): Promise<{ lang: Language; t: Translate; actor: ResidentActor; path: P }> {
  const path = await params;
  const { lang } = path;
  if (!isLanguage(lang)) notFound();
  return { lang, t: texts(lang), actor: await requireResident(), path };
}

/** The number of a page in a list, from ?page=; anything else is the first. */
export const pageNumber = (text: string | string[] | undefined): number =>
  typeof text === 'string' && /^\d{1,6}$/.test(text) ? Math.max(1, Number(text)) : 1;
