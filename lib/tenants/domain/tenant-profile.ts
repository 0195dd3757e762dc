import { z } from 'zod';
import { themeFiles } from './theme-files';

/** Swedish is always there; another language falls back to it. */
const localText = z.object({
  sv: z.string().min(1),
  en: z.string().min(1).optional(),
  fi: z.string().min(1).optional(),
  ar: z.string().min(1).optional(),
});
export type LocalText = z.infer<typeof localText>;

/** The text in a language, or in Swedish where the municipality has not translated it. */
export const inLanguage = (text: LocalText, lang: keyof LocalText): string => text[lang] ?? text.sv;

/** The language that inLanguage says it in. */
export const languageIn = (text: LocalText, lang: keyof LocalText): keyof LocalText =>
  text[lang] === undefined ? 'sv' : lang;

const calendarDay = z.iso.date();

/**
 * How long a log-in lasts here, by whose decision. The bounds are those of the installation: a municipality can make
 * a log-in neither endless nor too short to fill in a form, and nobody is logged out without having been warned.
 */
const sessionRules = z
  .object({
    /** without a sign of life */
    idleMinutes: z.int().min(5).max(60),
    /** whatever is done */
    absoluteHours: z.int().min(1).max(12),
    /** how long before either end one is warned: never less than 20 seconds (WCAG 2.2.1) */
    warningSeconds: z.int().min(20).max(600),
    decidedOn: calendarDay,
    source: z.string().min(1),
  })
  .refine(({ idleMinutes, warningSeconds }) => warningSeconds <= idleMinutes * 30, {
    path: ['warningSeconds'],
    error: 'A warning that stands for more than half of the time warns of nothing',
  });

/**
 * Who of the municipality's own may do what here: which claim of its identity provider says so, and which of that
 * claim's values give which role. Stricter times than a resident's, since more is at stake: at most an hour in all.
 */
const staffRules = z.object({
  roleClaim: z.string().min(1),
  roles: z.object({ admin: z.array(z.string().min(1)).min(1) }),
  idleMinutes: z.int().min(5).max(30),
  absoluteMinutes: z.int().min(15).max(60),
  decidedOn: calendarDay,
  source: z.string().min(1),
});
export type StaffRules = z.infer<typeof staffRules>;

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
    /** where reports of what doesn't work are sent, and who reads them there: "tillgänglighetssamordnaren" */
    reports: z.object({ email: z.email(), reader: localText }),
  }),
  /** where meetings by video are, with {meeting} in the place of the meeting's id; left out, nobody is met so */
  videoAddress: z
    .string()
    .regex(/^https:\/\/[^\s{}]+\{meeting\}[^\s{}]*$/, { error: 'must be https://… with {meeting} in it' })
    .optional(),
  sessions: sessionRules,
  /** left out: nobody logs in as staff */
  staff: staffRules.optional(),
});

export type TenantProfile = z.infer<typeof tenantProfileSchema>;

export const isTheme = (name: string): name is keyof typeof themeFiles => Object.hasOwn(themeFiles, name);
