// Who may import whom, as docs/architecture.md says it. Pure, so that the rules themselves can be tested.

/** A module may call the api.ts of those before it, and use their pure domain. */
export const moduleOrder = [
  'tenants',
  'feedback',
  'identity',
  'catalogue',
  'cases',
  'applications',
  'messages',
  'appointments',
  'care-home-queue',
  'care-information',
  'take-out',
  'back-office',
] as const;
/** Hear of everything by events, and are called by nobody. */
const listeners = ['notifications', 'live'];

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('lib/testing/');

export interface Place {
  layer:
    | 'app'
    | 'components'
    | 'kernel'
    | 'platform'
    | 'module'
    | 'prisma'
    | 'demo'
    | 'scripts'
    | 'e2e'
    | 'root';
  module?: string;
  /** domain, commands, queries, access, api, events; or "own" for what only the module itself uses */
  part?: string;
}

export function placeOf(path: string): Place {
  const [first = '', second = '', third = ''] = path.split('/');
  if (first === 'lib' && (second === 'kernel' || second === 'platform')) return { layer: second };
  if (first === 'lib') {
    const name = third.replace(/\.tsx?$/, '');
    const parts = ['domain', 'commands', 'queries', 'access', 'api', 'events'];
    return { layer: 'module', module: second, part: parts.includes(name) ? name : 'own' };
  }
  const layers = ['app', 'components', 'prisma', 'demo', 'scripts', 'e2e'] as const;
  return { layer: layers.find((layer) => layer === first) ?? 'root' };
}

/** Null if `from` may import `to`, else the rule it breaks. `to` is a path of ours or a package's name. */
export function whyForbidden(from: string, to: string, isOurs: boolean): string | null {
  if (isTest(from)) return null;
  return isOurs ? whyForbiddenFile(from, to) : whyForbiddenPackage(from, to);
}

function whyForbiddenFile(from: string, to: string): string | null {
  const source = placeOf(from);
  const target = placeOf(to);
  if (isTest(to) && !/^(scripts|e2e)\//.test(from)) return 'only tests use what is for tests';
  if (to.startsWith('lib/platform/generated') && !holdsTheDatabase(from)) {
    return 'the database client stays in commands, queries, access, api, platform and prisma';
  }
  if (['scripts', 'e2e', 'prisma', 'root'].includes(source.layer)) return null;
  if (target.layer === 'scripts' || target.layer === 'e2e')
    return 'scripts and browser tests are used by nobody';
  if (source.layer === 'demo') {
    const isApart = target.layer === 'demo' || target.layer === 'kernel' || to.startsWith('public/');
    return isApart ? null : 'the demo world knows the portal only by its public interfaces';
  }
  if (target.layer === 'demo') return 'the portal knows nothing of the demo world';
  if (source.layer === 'app') return whyForbiddenToApp(target, to);
  if (source.layer === 'components') return whyForbiddenToComponents(target, to);
  if (target.layer === 'app' || target.layer === 'components')
    return 'lib knows nothing of pages and components';
  if (source.layer === 'kernel') return target.layer === 'kernel' ? null : 'the kernel stands alone';
  if (source.layer === 'platform') return whyForbiddenToPlatform(from, target);
  return whyForbiddenToModule(source, target, to);
}

function holdsTheDatabase(path: string): boolean {
  const { layer, part } = placeOf(path);
  const parts = ['commands', 'queries', 'access', 'api'];
  return layer === 'prisma' || layer === 'platform' || layer === 'scripts' || parts.includes(part ?? '');
}

function whyForbiddenToApp(target: Place, to: string): string | null {
  if (target.layer === 'platform' && /^lib\/platform\/(db|crypto|audit|events|storage|jobs)\b/.test(to)) {
    return 'pages leave storing and deciding to commands and queries';
  }
  if (target.layer === 'prisma') return 'pages leave storing to commands and queries';
  const notForPages = ['access', 'api', 'events'];
  if (target.layer === 'module' && notForPages.includes(target.part ?? '')) {
    return 'pages call commands and queries, not what modules have for each other';
  }
  return null;
}

function whyForbiddenToComponents(target: Place, to: string): string | null {
  const isPure = target.layer === 'components' || target.layer === 'kernel' || target.part === 'domain';
  if (isPure || /^lib\/platform\/(i18n|locales)\b/.test(to) || to.startsWith('public/')) return null;
  return 'components show what they are given: domain, kernel and texts only';
}

function whyForbiddenToPlatform(from: string, target: Place): string | null {
  if (target.layer !== 'module') return null;
  const isRegistry = from.startsWith('lib/platform/jobs/');
  if (isRegistry && ['commands', 'queries', 'events'].includes(target.part ?? '')) return null;
  return 'platform serves modules and knows none (but for the registry of jobs)';
}

/** What the worker loads too must do without the framework: some of it only runs inside a page's request. */
const ofRequests = /^lib\/platform\/(route|action|request)\.ts$/;
const isForWorkerToo = ({ part }: Place) => ['commands', 'queries', 'access', 'api'].includes(part ?? '');

function whyForbiddenToModule(source: Place, target: Place, to: string): string | null {
  if (isForWorkerToo(source) && ofRequests.test(to)) return 'commands and queries run in the worker too';
  if (source.part === 'domain') {
    const isPure = target.layer === 'kernel' || target.part === 'domain';
    if (!isPure) return 'domain is pure: its own and earlier domains, kernel, zod';
  }
  if (target.layer !== 'module' || source.module === target.module) return null;
  if (target.part !== 'api' && target.part !== 'domain') return 'other modules are called by their api.ts';
  return isBefore(target.module, source.module) ? null : `${source.module} comes before ${target.module}`;
}

function isBefore(called: string | undefined, caller: string | undefined): boolean {
  const place = (module: string | undefined) => (moduleOrder as readonly unknown[]).indexOf(module);
  if (listeners.includes(called ?? '')) return false;
  if (listeners.includes(caller ?? '')) return place(called) >= 0;
  return place(called) >= 0 && place(called) < place(caller);
}

/** They compute an answer from what they are given and reach out to nothing: hashes, parsers, checks. */
const PURE_PACKAGES = [
  'zod',
  'zod/mini',
  'json-logic-engine',
  'kontonummer',
  'fast-xml-parser',
  'rrule-temporal',
  'node:crypto',
  'jose',
  'ical-generator',
];
const FRAMEWORK = /^(next|react|react-dom|next-auth)(\/|$)/;
const DATABASE = /^(@prisma\/|pg$|graphile-worker$)/;

function whyForbiddenPackage(from: string, to: string): string | null {
  const { layer, part } = placeOf(from);
  if (part === 'domain' && layer === 'module') {
    return PURE_PACKAGES.includes(to) ? null : 'domain is pure: only packages that compute';
  }
  if (layer === 'kernel' && (FRAMEWORK.test(to) || DATABASE.test(to))) return 'the kernel stands alone';
  // A module's adapter to the framework stands at its root, beside api.ts; the platform's are the platform.
  if (layer === 'module' && FRAMEWORK.test(to) && part !== 'own')
    return 'commands, queries and rules know no framework';
  if (DATABASE.test(to) && ['app', 'components', 'module'].includes(layer)) {
    return 'the database is reached through lib/platform/db.ts';
  }
  return null;
}
