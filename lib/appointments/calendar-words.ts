import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import { defaultLanguage, type Language, texts as translate } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';
import type { CalendarEntry } from './domain/calendar-file';
import type { MeetingWay } from './domain/words';

export interface CalendarWords {
  tenant: TenantView;
  language: Language;
  way: MeetingWay;
  /** {language: text}, as the rows have them */
  type: { name: unknown; prepare: unknown };
  place: { name: string; address: string; directions: unknown } | null;
  link: string;
  isCancelled: boolean;
  /** what it is about stands in it, since she has asked for that */
  isDetailed: boolean;
}

/**
 * What an entry says. Calendars are shared, at home and at work, and shown on locked telephones: that she meets the
 * municipality, where and how; nothing of what it is about, unless she has asked for that.
 */
export function calendarWords({
  tenant,
  language,
  way,
  type,
  place,
  link,
  isCancelled,
  isDetailed,
}: CalendarWords): Pick<CalendarEntry, 'title' | 'place' | 'about'> {
  const t = translate(language);
  const say = (stored: unknown) => titleIn(stored, language).text.trim();
  const municipality = { municipality: tenant.name };
  const name = isDetailed ? `${say(type.name)}, ${tenant.name}` : t('calendar:entry.title', municipality);
  const title = isCancelled ? t('calendar:entry.cancelled-title', { title: name }) : name;
  const prepare = isDetailed ? say(type.prepare) : '';
  const about = isCancelled
    ? [t('calendar:entry.cancelled'), `${t('calendar:entry.more-cancelled')}\n${link}`]
    : [
        t(`calendar:entry.way.${way}`),
        ...(way === 'visit' && place ? [say(place.directions)] : []),
        ...(prepare ? [`${t('calendar:entry.prepare')}\n${prepare}`] : []),
        `${t(isDetailed ? 'calendar:entry.more-detailed' : 'calendar:entry.more')}\n${link}`,
      ];
  return { title, place: placeIn({ way, place, isDetailed }), about: about.filter(Boolean).join('\n\n') };
}

/** Where to go; the office's name may say what it is about. A meeting at home needs no address of hers in a calendar. */
const placeIn = ({ way, place, isDetailed }: Pick<CalendarWords, 'way' | 'place' | 'isDetailed'>) =>
  way !== 'visit' || !place ? null : isDetailed ? `${place.name}, ${place.address}` : place.address;

/** Who publishes, and in what language: hers where the municipality has it. */
export function publisherOf(tenant: TenantView, preferred: Language) {
  const language: Language = tenant.languages.includes(preferred) ? preferred : defaultLanguage;
  return { name: tenant.name, email: tenant.profile.contact.email, language };
}
