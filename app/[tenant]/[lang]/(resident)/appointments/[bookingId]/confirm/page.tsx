import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { BookingLines, WhenText } from '@/components/appointments/booking-lines';
import { ConfirmForm, type TextQuestion } from '@/components/appointments/confirm-form';
import { HoldClock } from '@/components/appointments/hold-clock';
import { contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { contentProblems } from '@/lib/appointments/domain/booking-content';
import { answerField } from '@/lib/appointments/domain/typed-content';
import { getHold, type HoldView } from '@/lib/appointments/queries/get-hold';
import { titleIn } from '@/lib/cases/domain/title';
import { lookUpOwnFacts } from '@/lib/identity/commands/look-up-own-facts';
import { instantText, timeText } from '@/lib/kernel/date-text';
import { spokenIn } from '@/lib/kernel/said';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { postConfirm } from './actions';
import { NotHers } from './not-hers';
import { timesOf } from './times-of';

type Props = ResidentParams<{ bookingId: string }>;

// The page and its title ask for the same: once per request.
const find = cache((actor: ResidentActor, bookingId: string, lang: Language) =>
  orNotFound(getHold(actor, bookingId, lang)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang, t, actor, path } = await residentPage(props);
  return { title: titleOf(await find(actor, path.bookingId, lang), t) };
}

const mayTake = ({ isOpen, clash }: HoldView): boolean => isOpen && !clash;

/** What can be done about the time, or that it can't be had. */
const titleOf = (hold: HoldView, t: Translate): string =>
  t(`appointments:confirm.${mayTake(hold) ? (hold.movesFrom ? 'title-move' : 'title') : 'title-gone'}`);

/** What is held for her and how long, what she needs, who reads it, and the press that makes it hers. */
export default async function ConfirmPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const hold = await find(actor, path.bookingId, lang);
  const own = href(lang, `/appointments/${hold.movesId ?? hold.id}`);
  const { situation, heldUntil, movesFrom, type, isOpen: isHers } = hold;
  // Confirmed on another page, or cancelled since: its own page says how it is.
  if (!isHers && situation !== 'lapsed') redirect(own);
  const times = href(lang, timesOf(hold));
  const mayChoose = isHers || hold.movesId !== null || hold.mayBookAnew;
  const contact = contactWords((await getTenant(actor.tenantId)).profile, lang);
  return (
    <>
      {mayChoose ? (
        <BackLink href={times}>{t('appointments:confirm.other')}</BackLink>
      ) : (
        <BackLink href={href(lang, '/appointments')}>{t('appointments:booking.back')}</BackLink>
      )}
      <PageHeading
        caption={
          <InLanguage lang={type.name.lang} on={lang}>
            {type.name.text}
          </InLanguage>
        }
      >
        {titleOf(hold, t)}
      </PageHeading>
      <Card tinted color="accent">
        <p className="ms-booking-when">
          <WhenText {...hold} lang={lang} />
        </p>
        <BookingLines {...hold} t={t} />
        {movesFrom && isHers && (
          <p>{t('appointments:move.old-stays', { when: instantText(movesFrom, lang) })}</p>
        )}
        {mayTake(hold) && heldUntil && <Clock hold={hold} heldUntil={heldUntil} lang={lang} t={t} />}
      </Card>
      {mayTake(hold) ? (
        <>
          <ConfirmForm
            action={postConfirm.bind(null, hold.id)}
            {...(await questionsOf(actor, hold, { lang, t }))}
            asked={{ way: hold.way, questions: hold.questions }}
            words={{
              // A number or an address, the type's questions, and the interpreter's language.
              errorTitles: Array.from({ length: hold.questions.length + 2 }, (_, at) =>
                t('common:error-summary.title', { count: at + 1 }),
              ),
              problems: Object.fromEntries(contentProblems.map((key) => [key, t(key)])),
              needs: t('appointments:needs.title'),
              needsHelp: t('appointments:needs.help'),
              optional: t('common:optional'),
              confirm: t(movesFrom ? 'appointments:confirm.do-move' : 'appointments:confirm.do'),
              confirming: t('appointments:confirm.doing'),
              other: t('appointments:confirm.other'),
              no: noText(hold, t),
            }}
          />
          <Section id="who" title={t('appointments:confirm.who-title')}>
            <p>{t('appointments:confirm.who')}</p>
            {hold.isGroup && <p>{t('appointments:confirm.group')}</p>}
          </Section>
          <Section id="change" title={t('appointments:confirm.change-title')}>
            <p>
              {t(hold.changeableUntil > now() ? 'appointments:change-until' : 'appointments:change-never', {
                when: instantText(hold.changeableUntil, lang),
                ...contact,
              })}
            </p>
          </Section>
        </>
      ) : (
        <NotHers {...{ hold, times, mayChoose, contact, lang, t }} no={noText(hold, t)} />
      )}
    </>
  );
}

/** What gives the time up says: that she keeps the one that she has, or nothing more. */
const noText = ({ movesFrom }: HoldView, t: Translate): string =>
  t(movesFrom ? 'appointments:confirm.keep-old' : 'common:cancel');

/** An offer is answered within hours: it is said when, and nothing counts down. */
function Clock({
  hold,
  heldUntil,
  lang,
  t,
}: {
  hold: HoldView;
  heldUntil: Date;
  lang: Language;
  t: Translate;
}) {
  if (heldUntil <= now()) return <p>{t('appointments:held.over')}</p>;
  if (hold.situation === 'offered')
    return <p>{t('appointments:offered.until', { when: instantText(heldUntil, lang) })}</p>;
  const seconds = Math.max(0, Math.round((heldUntil.getTime() - now().getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return (
    <HoldClock
      seconds={seconds}
      until={t('appointments:held.until-text', { time: timeText(heldUntil, lang) })}
      left={Array.from({ length: minutes + 1 }, (_, count) =>
        count === 1 ? t('appointments:held.last-minute') : t('appointments:held.left', { count }),
      )}
      over={t('appointments:held.over')}
    />
  );
}

/** What she is asked, with what we know of her or she has told before filled in. */
async function questionsOf(
  actor: ResidentActor,
  hold: HoldView,
  { lang, t }: { lang: Language; t: Translate },
) {
  const { way, typed } = hold;
  const known = await knownOf(actor, hold);
  const own = { spoken: {}, lines: 1, isOptional: false };
  const questions: TextQuestion[] = [
    ...(way === 'phone'
      ? [
          {
            ...own,
            name: 'phone',
            type: 'tel' as const,
            label: t('appointments:confirm.phone'),
            help: t('appointments:confirm.phone-help'),
            value: typed?.phone ?? known.phone,
          },
        ]
      : []),
    ...(way === 'home'
      ? [
          {
            ...own,
            name: 'address',
            lines: 3,
            label: t('appointments:confirm.address'),
            help: t('appointments:confirm.address-help'),
            value: typed?.address ?? known.address,
          },
        ]
      : []),
    ...hold.questions.map(({ id, label, hint, isRequired, lines }) => {
      const said = titleIn(label, lang);
      return {
        name: answerField(id),
        label: said.text,
        help: hint && titleIn(hint, lang).text,
        spoken: spokenIn(said.lang, lang),
        lines,
        isOptional: !isRequired,
        value: typed?.answers[id] ?? '',
      };
    }),
  ];
  const needs = typed?.needs ?? {};
  return {
    questions,
    boxes: [
      {
        name: 'signLanguage',
        label: t('appointments:needs.sign-language'),
        isChecked: Boolean(needs.signLanguage),
      },
      ...(way === 'visit'
        ? [
            {
              name: 'stepFree',
              label: t('appointments:needs.step-free'),
              description: hold.isStepFree ? undefined : t('appointments:needs.not-step-free'),
              isChecked: Boolean(needs.stepFree),
            },
          ]
        : []),
      { name: 'companion', label: t('appointments:needs.companion'), isChecked: Boolean(needs.companion) },
    ],
    interpreter: {
      ...own,
      name: 'interpreter',
      label: t('appointments:needs.interpreter'),
      help: t('appointments:needs.interpreter-help'),
      isOptional: true,
      value: needs.interpreter ?? '',
    },
  };
}

/** Her own number, and where she lives as the population register says; asked only for what the way needs. */
async function knownOf(
  actor: ResidentActor,
  { way, typed }: HoldView,
): Promise<{ phone: string; address: string }> {
  const asked = way === 'phone' ? 'phone' : way === 'home' ? 'address' : null;
  if (!asked || typed?.[asked]) return { phone: '', address: '' };
  const { facts } = await lookUpOwnFacts(actor, [asked]);
  const { phone = '', address } = facts;
  return {
    phone,
    address: address ? `${address.street}\n${address.postalCode} ${address.city}` : '',
  };
}
