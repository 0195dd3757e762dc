import { describe, expect, it } from 'vitest';
import { whyForbidden } from './layer-rules';

const ours = (from: string, to: string) => whyForbidden(from, to, true);
const npm = (from: string, to: string) => whyForbidden(from, to, false);

describe('layer rules', () => {
  it.each([
    ['app/[tenant]/[lang]/page.tsx', 'lib/cases/queries/list-cases.ts'],
    ['app/[tenant]/[lang]/page.tsx', 'components/ui/card.tsx'],
    ['components/ui/card.tsx', 'lib/cases/domain/steps.ts'],
    ['components/ui/card.tsx', 'lib/platform/i18n.ts'],
    ['lib/applications/commands/submit-application.ts', 'lib/cases/api.ts'],
    ['lib/applications/domain/answers.ts', 'lib/catalogue/domain/form-shape.ts'],
    ['lib/cases/commands/open-case.ts', 'lib/platform/db.ts'],
    ['lib/cases/access.ts', 'lib/platform/generated/client.ts'],
    ['lib/platform/jobs/handlers.ts', 'lib/notifications/commands/make-notice.ts'],
    ['lib/notifications/commands/make-notice.ts', 'lib/back-office/api.ts'],
    ['demo/hub/pages.ts', 'demo/people.ts'],
    ['prisma/seed/people.ts', 'demo/people.ts'],
  ])('%s may import %s', (from, to) => expect(ours(from, to)).toBeNull());

  it.each([
    ['app/[tenant]/[lang]/page.tsx', 'lib/platform/db.ts'],
    ['app/[tenant]/[lang]/page.tsx', 'lib/platform/generated/client.ts'],
    ['app/[tenant]/[lang]/page.tsx', 'lib/cases/api.ts'],
    ['app/[tenant]/[lang]/page.tsx', 'demo/people.ts'],
    ['components/ui/card.tsx', 'lib/cases/queries/list-cases.ts'],
    ['components/ui/card.tsx', 'lib/platform/request.ts'],
    ['lib/cases/commands/open-case.ts', 'lib/applications/api.ts'],
    ['lib/cases/commands/open-case.ts', 'lib/identity/commands/log-in.ts'],
    ['lib/cases/commands/open-case.ts', 'lib/notifications/api.ts'],
    ['lib/cases/commands/open-case.ts', 'components/ui/card.tsx'],
    ['lib/cases/commands/open-case.ts', 'lib/platform/route.ts'],
    ['lib/cases/domain/steps.ts', 'lib/platform/clock.ts'],
    ['lib/cases/domain/steps.ts', 'lib/cases/access.ts'],
    ['lib/cases/domain/steps.ts', 'lib/applications/domain/answers.ts'],
    ['lib/cases/domain/steps.ts', 'lib/platform/generated/client.ts'],
    ['lib/kernel/ids.ts', 'lib/platform/clock.ts'],
    ['lib/platform/db.ts', 'lib/cases/commands/open-case.ts'],
    ['lib/platform/jobs/handlers.ts', 'lib/cases/access.ts'],
    ['demo/back-office/main.ts', 'lib/back-office/contract/schemas.ts'],
    ['lib/cases/commands/open-case.ts', 'scripts/lib/stack.ts'],
    ['lib/cases/commands/open-case.ts', 'lib/testing/builders.ts'],
  ])('%s may not import %s', (from, to) => expect(ours(from, to)).not.toBeNull());

  it('keeps packages where they belong', () => {
    expect(npm('lib/cases/domain/steps.ts', 'zod')).toBeNull();
    expect(npm('lib/cases/domain/steps.ts', 'node:fs')).not.toBeNull();
    expect(npm('lib/cases/commands/open-case.ts', 'next/headers')).not.toBeNull();
    expect(npm('lib/cases/commands/open-case.ts', 'pg')).not.toBeNull();
    expect(npm('lib/identity/session.ts', 'next/headers')).toBeNull();
    expect(npm('app/layout.tsx', '@prisma/client')).not.toBeNull();
    expect(npm('lib/platform/db.ts', '@prisma/adapter-pg')).toBeNull();
  });
});
