import { Section } from '@/components/layout/section';
import { DateText } from '@/components/ui/date-text';
import { InLanguage } from '@/components/ui/in-language';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import type { OfferView } from '@/lib/care-home-queue/queries/get-offer';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { languageName } from '@/lib/kernel/language-name';
import { numberText } from '@/lib/kernel/number-text';
import type { Language, Translate } from '@/lib/platform/i18n';

interface Words {
  lang: Language;
  t: Translate;
}

/** What the catalogue knows of the home. */
export function HomeFacts({ home, lang, t }: { home: OfferView['home'] } & Words) {
  return (
    <Section id="home" title={t('offers:home.title')}>
      <p>
        <InLanguage lang={home.description.lang} on={lang}>
          {home.description.text}
        </InLanguage>
      </p>
      <SummaryList
        rows={[
          { term: t('offers:home.name'), value: <bdi>{home.name}</bdi> },
          { term: t('offers:home.address'), value: <bdi>{`${home.address} (${home.district})`}</bdi> },
          { term: t('offers:home.places'), value: home.places },
          ...(home.languages.length > 0
            ? [
                {
                  term: t('offers:home.languages'),
                  value: new Intl.ListFormat(lang).format(
                    home.languages.map((code) => languageName(code, lang)),
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** What the office has said of the place itself. */
export function PlaceFacts({ offer: { apartment, place }, lang, t }: { offer: OfferView } & Words) {
  const { floor, squareMetres, rentPerMonth, moveInOn } = apartment;
  const kind = place && t(`offers:place.${place.kind}`);
  const rows = [
    ...(place
      ? [
          {
            term: t('offers:place.kind'),
            value: place.persons === 2 ? t('offers:place.two', { kind: kind ?? '' }) : kind,
          },
        ]
      : []),
    ...(floor === undefined ? [] : [{ term: t('offers:place.floor'), value: <bdi>{floor}</bdi> }]),
    ...(squareMetres === undefined
      ? []
      : [
          {
            term: t('offers:place.size'),
            value: t('offers:place.square-metres', { size: numberText(squareMetres, lang) }),
          },
        ]),
    ...(rentPerMonth === undefined
      ? []
      : [
          {
            term: t('offers:place.rent'),
            value: t('offers:place.per-month', { rent: numberText(rentPerMonth, lang) }),
          },
        ]),
    ...(moveInOn === undefined
      ? []
      : [{ term: t('offers:place.move-in'), value: <DateText date={calendarDate(moveInOn)} lang={lang} /> }]),
  ];
  return (
    <Section id="place" title={t('offers:place.title')}>
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p>{t('offers:place.nothing')}</p>}
    </Section>
  );
}

/** Whom she asks: those the office names, or the municipality's contact centre. */
export function OfferContact({
  contact,
  centre,
  t,
}: {
  contact: OfferView['contact'];
  centre: { name: string; phone: string };
  t: Translate;
}) {
  const phone = contact?.phone ?? centre.phone;
  return (
    <Section id="contact" title={t('offers:contact.title')}>
      <p>{t('offers:contact.text')}</p>
      <p>
        <bdi>{[contact?.name, contact?.unit ?? centre.name].filter(Boolean).join(', ')}</bdi>
        <br />
        <TextLink href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          <bdi dir="ltr">{phone}</bdi>
        </TextLink>
        {contact?.email && (
          <>
            <br />
            <TextLink href={`mailto:${contact.email}`}>
              <bdi dir="ltr">{contact.email}</bdi>
            </TextLink>
          </>
        )}
      </p>
    </Section>
  );
}
