import { z } from 'zod';
import { themeFiles } from './theme-files';

/** Swedish is always there; another language falls back to it. */
const localText = z.object({
  sv: z.string().min(1),
  en: z.string().min(1).optional(),
  ar: z.string().min(1).optional(),
});
export type LocalText = z.infer<typeof localText>;

/** The text in a language, or in Swedish where the municipality has not translated it. */
export const inLanguage = (text: LocalText, lang: keyof LocalText): string => text[lang] ?? text.sv;

const calendarDay = z.iso.date();

/** What a municipality says about itself: contact ways, opening hours, texts and look. Public, without personal data. */
export const tenantProfileSchema = z.object({
  /** the place's name, as on the arms: "Granvik" */
  placeName: z.string().min(1),
  /** one sentence under the name on the start page */
  welcome: localText,
  arms: z.string().startsWith('/icons/'),
  /** wide picture on the start page */
  scene: z.string().startsWith('/icons/'),
  /** colour of the browser's frame on phones */
  themeColor: z.string().regex(/^#[0-9a-f]{6}$/),
  contact: z.object({
    name: localText,
    phone: z.string().min(5),
    /** as tel: wants it, "+46…" */
    phoneLink: z.string().regex(/^\+\d+$/),
    textPhone: z.string().optional(),
    email: z.email(),
    visit: z.object({ street: z.string(), postCode: z.string(), city: z.string() }),
    hours: z.array(z.object({ days: localText, times: z.string().min(1) })).min(1),
  }),
  accessibility: z.object({
    publishedOn: calendarDay,
    assessedOn: calendarDay,
    /** faults known and not yet mended */
    knownFaults: z.array(localText),
  }),
});

export type TenantProfile = z.infer<typeof tenantProfileSchema>;

export const isTheme = (name: string): name is keyof typeof themeFiles => Object.hasOwn(themeFiles, name);
