import { Icon } from '@/components/ui/icon';
import type { SpokenIn } from '@/lib/kernel/said';

/** Ways to reach people, and what the law and honesty want on every page. */
export function Footer({
  contact,
  links,
  linksLabel,
  notice,
}: {
  contact: {
    title: string;
    phone: { text: string; href: string };
    email: { text: string; href: string };
    address: readonly string[];
    hoursTitle: string;
    hours: readonly { days: string; spoken: SpokenIn; times: string }[];
  };
  links: readonly { href: string; text: string }[];
  linksLabel: string;
  /** that the municipality is invented */
  notice: string;
}) {
  return (
    <footer className="ms-footer">
      <div className="ms-container ms-footer-grid">
        <section>
          <h2>{contact.title}</h2>
          <ul className="ms-plain-list">
            <li>
              <Icon name="phone" />
              <a href={contact.phone.href}>
                <bdi dir="ltr">{contact.phone.text}</bdi>
              </a>
            </li>
            <li>
              <Icon name="mail" />
              <a href={contact.email.href}>{contact.email.text}</a>
            </li>
            <li>
              <Icon name="home" />
              <span lang="sv" dir="ltr">
                {contact.address.join(', ')}
              </span>
            </li>
          </ul>
        </section>
        <section>
          <h2>{contact.hoursTitle}</h2>
          <dl className="ms-hours">
            {contact.hours.map(({ days, spoken, times }) => (
              <div key={days}>
                <dt {...spoken}>{days}</dt>
                <dd dir="ltr">{times}</dd>
              </div>
            ))}
          </dl>
        </section>
        <nav aria-label={linksLabel}>
          <h2>{linksLabel}</h2>
          <ul className="ms-plain-list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="ms-footer-notice">{notice}</p>
      </div>
    </footer>
  );
}
