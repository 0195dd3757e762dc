import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '@/components/ui/heading';
import { isolated } from '@/lib/kernel/isolated';
import type { Language } from '@/lib/platform/i18n';
import { inLanguage, type TenantProfile } from '@/lib/tenants/domain/tenant-profile';

/** What texts that name the contact centre are filled with. */
export const contactWords = ({ contact }: TenantProfile, lang: Language) => ({
  name: inLanguage(contact.name, lang),
  // A number that is cut at the line's end is hard to read out and to dial.
  phone: isolated(contact.phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')),
});

/** A way to reach a person, at the end of what one may get stuck in. */
export function ContactCard({
  profile,
  title,
  text,
  children,
}: {
  profile: TenantProfile;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <section className="ms-fact-box" aria-labelledby="contact-card">
      <Heading level={2} size="xs" id="contact-card">
        {title}
      </Heading>
      <p>{text}</p>
      <ButtonLink href={`tel:${profile.contact.phoneLink}`} variant="secondary" icon="phone">
        <bdi dir="ltr">{profile.contact.phone}</bdi>
      </ButtonLink>
      {children}
    </section>
  );
}
