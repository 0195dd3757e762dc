import { InformationField } from '@/components/forms/information-field';
import { RichText } from '@/components/forms/rich-text';
import { CardGrid, LinkCard } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import type { GuideAnswer as Answer } from '@/lib/catalogue/domain/guide';
import type { FittingService } from './guide-state';

export type GuideTexts = Record<
  | 'name'
  | 'question'
  | 'private'
  | 'next'
  | 'back'
  | 'restart'
  | 'working'
  | 'answer'
  | 'fitting'
  | 'allServices',
  string
>;

/** The services that fit and why, or what to do where none does. What can't wait comes first. */
export function GuideAnswer({
  answer: { advice, fitting, otherwise },
  texts,
  language,
  guideHref,
  servicesHref,
}: {
  answer: Answer<FittingService>;
  texts: GuideTexts;
  language: string;
  guideHref: string;
  servicesHref: string;
}) {
  return (
    <>
      <PageHeading lead={otherwise ? undefined : texts.fitting}>
        {otherwise ? otherwise.title : texts.answer}
      </PageHeading>
      {advice.map((field) => (
        <InformationField key={field.id} field={field} level={2} error={undefined} />
      ))}
      {otherwise ? (
        <RichText text={otherwise.text} />
      ) : (
        <CardGrid>
          {fitting.map(({ service, why }) => (
            <LinkCard
              key={service.slug}
              level={2}
              href={`${servicesHref}/${service.slug}`}
              title={
                <InLanguage lang={service.language} on={language}>
                  {service.name}
                </InLanguage>
              }
            >
              {why}
            </LinkCard>
          ))}
        </CardGrid>
      )}
      <ul className="ms-plain-list">
        <li>
          <TextLink href={guideHref}>{texts.restart}</TextLink>
        </li>
        <li>
          <TextLink href={servicesHref}>{texts.allServices}</TextLink>
        </li>
      </ul>
    </>
  );
}
