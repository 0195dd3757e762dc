import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Menu } from './menu';

export interface NavItem {
  href: string;
  text: string;
  current: boolean;
}

export interface LanguageChoice {
  href: string;
  lang: string;
  /** the language in its own words */
  name: string;
  dir: 'ltr' | 'rtl';
}

/**
 * The municipality, the ways through the portal, the language, and in or out. On a phone all but the name folds away
 * behind a plain details element; its neighbours show and hide by CSS, so that nothing is written twice.
 */
export function Header({
  home,
  arms,
  placeName,
  siteName,
  navLabel,
  nav,
  languageLabel,
  languages,
  menuText,
  session,
}: {
  home: string;
  arms: string;
  placeName: string;
  siteName: string;
  navLabel: string;
  nav: readonly NavItem[];
  languageLabel: string;
  /** the other languages */
  languages: readonly LanguageChoice[];
  menuText: string;
  /** LogInLink or LogOutForm */
  session: ReactNode;
}) {
  return (
    <header className="ms-header">
      <div className="ms-container ms-header-bar">
        <a className="ms-brand" href={home}>
          <img src={arms} alt="" width="40" height="48" />
          <span>
            <span className="ms-brand-place">{placeName}</span>
            <span className="ms-brand-site">{siteName}</span>
          </span>
        </a>
        <Menu>
          <summary>
            <Icon name="menu" />
            {menuText}
          </summary>
        </Menu>
        <nav className="ms-nav" aria-label={navLabel}>
          <ul className="ms-plain-list">
            {nav.map(({ href, text, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-header-tools">
          {languages.length > 0 && (
            <nav aria-label={languageLabel}>
              <ul className="ms-plain-list ms-languages">
                {languages.map(({ href, lang, name, dir }) => (
                  <li key={lang}>
                    <a href={href} hrefLang={lang} lang={lang} dir={dir}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {session}
        </div>
      </div>
    </header>
  );
}

export function LogInLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="ms-header-button" href={href}>
      <Icon name="person" />
      {children}
    </a>
  );
}

/** Who is logged in, and out. Logging out changes something, so it is a form: no link, picture or prefetch does it by mistake. */
export function LogOutForm({
  action,
  name,
  children,
}: {
  action: () => Promise<void>;
  name: string;
  children: string;
}) {
  return (
    <form action={action} className="ms-log-out">
      <bdi className="ms-person">
        <Icon name="person" />
        {name}
      </bdi>
      <button className="ms-header-button" type="submit">
        {children}
      </button>
    </form>
  );
}
