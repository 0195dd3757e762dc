import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Certificate, SystemFacts } from '@/lib/back-office/queries/get-system';
import { texts } from '@/lib/platform/i18n';
import { CertificateSection } from './certificate-section';

const at = new Date('2026-11-24T08:00:00Z');
const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000);
const t = texts('en');

const shown = (certificate: Certificate | null) =>
  renderToStaticMarkup(<CertificateSection system={{ certificate, at } as SystemFacts} lang="en" t={t} />);
const read = (days: number) =>
  shown({ isPlain: false, endsAt: inDays(days), askedAt: inDays(-1), isUnread: false });

describe('the certificate of a system', () => {
  it('is warned of thirty days before it ends, and when it has ended', () => {
    expect(read(31)).toContain('is valid until Friday 25\u00a0December 2026');
    expect(read(31)).not.toContain('ds-alert');
    expect(read(29)).toContain(t('systems:certificate.warning'));
    expect(read(29)).toContain('is valid until Wednesday 23\u00a0December 2026');
    expect(read(-1)).toContain(t('systems:certificate.ended'));
    expect(read(-1)).not.toContain(t('systems:certificate.warning'));
  });

  it('is said when it could not be read, beside what was known', () => {
    const unread = { isPlain: false, askedAt: inDays(-1), isUnread: true } as const;
    const known = shown({ ...unread, endsAt: inDays(31) });
    expect(known).toContain(t('systems:certificate.unread'));
    expect(known).toContain('is valid until');
    expect(shown({ ...unread, endsAt: null })).not.toContain('is valid until');
    expect(shown({ isPlain: false, endsAt: null, askedAt: null, isUnread: false })).toContain(
      t('systems:certificate.not-yet'),
    );
  });

  it('is not there by plain http, and not spoken of where nobody calls', () => {
    expect(shown({ isPlain: true })).toContain(t('systems:certificate.plain'));
    expect(shown(null)).toBe('');
  });
});
