// Every text file, named once. A new namespace gets its line per language here; lib/testing/texts.test.ts compares them.

import arAppeals from '@/public/locales/ar/appeals.json';
import arApplications from '@/public/locales/ar/applications.json';
import arAppointments from '@/public/locales/ar/appointments.json';
import arBankid from '@/public/locales/ar/bankid.json';
import arCalendar from '@/public/locales/ar/calendar.json';
import arCare from '@/public/locales/ar/care.json';
import arCaseRights from '@/public/locales/ar/case-rights.json';
import arCases from '@/public/locales/ar/cases.json';
import arCommon from '@/public/locales/ar/common.json';
import arErrors from '@/public/locales/ar/errors.json';
import arFeedback from '@/public/locales/ar/feedback.json';
import arForms from '@/public/locales/ar/forms.json';
import arIdentity from '@/public/locales/ar/identity.json';
import arMessages from '@/public/locales/ar/messages.json';
import arMoreTime from '@/public/locales/ar/more-time.json';
import arNotices from '@/public/locales/ar/notices.json';
import arOffers from '@/public/locales/ar/offers.json';
import arPublic from '@/public/locales/ar/public.json';
import arSettings from '@/public/locales/ar/settings.json';
import arSignatures from '@/public/locales/ar/signatures.json';
import arTakeOut from '@/public/locales/ar/take-out.json';
import enAdmin from '@/public/locales/en/admin.json';
import enAppeals from '@/public/locales/en/appeals.json';
import enApplications from '@/public/locales/en/applications.json';
import enAppointments from '@/public/locales/en/appointments.json';
import enBankid from '@/public/locales/en/bankid.json';
import enCalendar from '@/public/locales/en/calendar.json';
import enCare from '@/public/locales/en/care.json';
import enCaseRights from '@/public/locales/en/case-rights.json';
import enCases from '@/public/locales/en/cases.json';
import enCommon from '@/public/locales/en/common.json';
import enComparisons from '@/public/locales/en/comparisons.json';
import enErrors from '@/public/locales/en/errors.json';
import enFeedback from '@/public/locales/en/feedback.json';
import enForms from '@/public/locales/en/forms.json';
import enHours from '@/public/locales/en/hours.json';
import enIdentity from '@/public/locales/en/identity.json';
import enInbox from '@/public/locales/en/inbox.json';
import enMeetings from '@/public/locales/en/meetings.json';
import enMessages from '@/public/locales/en/messages.json';
import enMoreTime from '@/public/locales/en/more-time.json';
import enNotices from '@/public/locales/en/notices.json';
import enOffers from '@/public/locales/en/offers.json';
import enPublic from '@/public/locales/en/public.json';
import enSettings from '@/public/locales/en/settings.json';
import enSignatures from '@/public/locales/en/signatures.json';
import enSystems from '@/public/locales/en/systems.json';
import enTakeOut from '@/public/locales/en/take-out.json';
import fiAppeals from '@/public/locales/fi/appeals.json';
import fiApplications from '@/public/locales/fi/applications.json';
import fiAppointments from '@/public/locales/fi/appointments.json';
import fiBankid from '@/public/locales/fi/bankid.json';
import fiCalendar from '@/public/locales/fi/calendar.json';
import fiCare from '@/public/locales/fi/care.json';
import fiCaseRights from '@/public/locales/fi/case-rights.json';
import fiCases from '@/public/locales/fi/cases.json';
import fiCommon from '@/public/locales/fi/common.json';
import fiErrors from '@/public/locales/fi/errors.json';
import fiFeedback from '@/public/locales/fi/feedback.json';
import fiForms from '@/public/locales/fi/forms.json';
import fiIdentity from '@/public/locales/fi/identity.json';
import fiMessages from '@/public/locales/fi/messages.json';
import fiMoreTime from '@/public/locales/fi/more-time.json';
import fiNotices from '@/public/locales/fi/notices.json';
import fiOffers from '@/public/locales/fi/offers.json';
import fiPublic from '@/public/locales/fi/public.json';
import fiSettings from '@/public/locales/fi/settings.json';
import fiSignatures from '@/public/locales/fi/signatures.json';
import fiTakeOut from '@/public/locales/fi/take-out.json';
import svAdmin from '@/public/locales/sv/admin.json';
import svAppeals from '@/public/locales/sv/appeals.json';
import svApplications from '@/public/locales/sv/applications.json';
import svAppointments from '@/public/locales/sv/appointments.json';
import svBankid from '@/public/locales/sv/bankid.json';
import svCalendar from '@/public/locales/sv/calendar.json';
import svCare from '@/public/locales/sv/care.json';
import svCaseRights from '@/public/locales/sv/case-rights.json';
import svCases from '@/public/locales/sv/cases.json';
import svCommon from '@/public/locales/sv/common.json';
import svComparisons from '@/public/locales/sv/comparisons.json';
import svErrors from '@/public/locales/sv/errors.json';
import svFeedback from '@/public/locales/sv/feedback.json';
import svForms from '@/public/locales/sv/forms.json';
import svHours from '@/public/locales/sv/hours.json';
import svIdentity from '@/public/locales/sv/identity.json';
import svInbox from '@/public/locales/sv/inbox.json';
import svMeetings from '@/public/locales/sv/meetings.json';
import svMessages from '@/public/locales/sv/messages.json';
import svMoreTime from '@/public/locales/sv/more-time.json';
import svNotices from '@/public/locales/sv/notices.json';
import svOffers from '@/public/locales/sv/offers.json';
import svPublic from '@/public/locales/sv/public.json';
import svSettings from '@/public/locales/sv/settings.json';
import svSignatures from '@/public/locales/sv/signatures.json';
import svSystems from '@/public/locales/sv/systems.json';
import svTakeOut from '@/public/locales/sv/take-out.json';

const sv = {
  admin: svAdmin,
  appeals: svAppeals,
  applications: svApplications,
  appointments: svAppointments,
  bankid: svBankid,
  calendar: svCalendar,
  'case-rights': svCaseRights,
  care: svCare,
  cases: svCases,
  common: svCommon,
  comparisons: svComparisons,
  errors: svErrors,
  feedback: svFeedback,
  forms: svForms,
  hours: svHours,
  identity: svIdentity,
  inbox: svInbox,
  meetings: svMeetings,
  messages: svMessages,
  'more-time': svMoreTime,
  notices: svNotices,
  offers: svOffers,
  public: svPublic,
  settings: svSettings,
  signatures: svSignatures,
  systems: svSystems,
  'take-out': svTakeOut,
};

/**
 * What staff alone read is in the languages that municipalities are run in (decision 0056). Their pages are shown in
 * no other, so nobody asks for these texts in Finnish or Arabic.
 */
export const staffTexts = {
  namespaces: ['admin', 'comparisons', 'hours', 'inbox', 'meetings', 'systems'],
  languages: ['sv', 'en'],
} as const;

/** Swedish decides which texts there are; the others must have the same. */
export type Texts = typeof sv;

export const locales = {
  sv,
  en: {
    admin: enAdmin,
    appeals: enAppeals,
    applications: enApplications,
    appointments: enAppointments,
    bankid: enBankid,
    calendar: enCalendar,
    'case-rights': enCaseRights,
    care: enCare,
    cases: enCases,
    common: enCommon,
    comparisons: enComparisons,
    errors: enErrors,
    feedback: enFeedback,
    forms: enForms,
    hours: enHours,
    identity: enIdentity,
    inbox: enInbox,
    meetings: enMeetings,
    messages: enMessages,
    'more-time': enMoreTime,
    notices: enNotices,
    offers: enOffers,
    public: enPublic,
    settings: enSettings,
    signatures: enSignatures,
    systems: enSystems,
    'take-out': enTakeOut,
  },
  fi: {
    appeals: fiAppeals,
    applications: fiApplications,
    appointments: fiAppointments,
    bankid: fiBankid,
    calendar: fiCalendar,
    'case-rights': fiCaseRights,
    care: fiCare,
    cases: fiCases,
    common: fiCommon,
    errors: fiErrors,
    feedback: fiFeedback,
    forms: fiForms,
    identity: fiIdentity,
    messages: fiMessages,
    'more-time': fiMoreTime,
    notices: fiNotices,
    offers: fiOffers,
    public: fiPublic,
    settings: fiSettings,
    signatures: fiSignatures,
    'take-out': fiTakeOut,
  },
  ar: {
    appeals: arAppeals,
    applications: arApplications,
    appointments: arAppointments,
    bankid: arBankid,
    calendar: arCalendar,
    'case-rights': arCaseRights,
    care: arCare,
    cases: arCases,
    common: arCommon,
    errors: arErrors,
    feedback: arFeedback,
    forms: arForms,
    identity: arIdentity,
    messages: arMessages,
    'more-time': arMoreTime,
    notices: arNotices,
    offers: arOffers,
    public: arPublic,
    settings: arSettings,
    signatures: arSignatures,
    'take-out': arTakeOut,
  },
};
