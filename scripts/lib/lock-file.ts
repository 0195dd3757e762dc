// Some registries carry a package's builds for other platforms late, or not at all. npm then leaves them out of a
// lock file it writes, and from then on `npm ci` refuses that lock file wherever the registry does have them.
// The missing entries are what the parent package asks for, and which platform each is meant for.

export interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  packages: Record<string, LockEntry>;
}

export interface MissingPackage {
  name: string;
  version: string;
  askedBy: string;
  isDev: boolean;
}

/** The optional packages that something in the lock file asks for and that have no entry of their own. */
export function missingOptionalPackages({ packages }: LockFile): MissingPackage[] {
  return Object.entries(packages).flatMap(([askedBy, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isFound(packages, askedBy, name))
      .map(([name, version]) => ({ name, version, askedBy, isDev: entry.dev === true })),
  );
}

/** Node's own way of looking: beside the package that asks, then in each folder above it. */
function isFound(packages: LockFile['packages'], askedBy: string, name: string): boolean {
  for (let folder = askedBy; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/** Which platform a package is built for, told by its name: "@next/swc-linux-arm64-musl" is for linux, arm64, musl. */
export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'win32'].includes(word));
  const cpu = words.find((word) =>
    ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64'].includes(word),
  );
  if (!os || !cpu) return null;
  const libc = words.includes('musl') ? 'musl' : os === 'linux' && words.includes('gnu') ? 'glibc' : null;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** Adds the missing entries, in npm's order, and tells which. */
export function completeLockFile(lock: LockFile): string[] {
  const missing = missingOptionalPackages(lock);
  for (const { name, version, askedBy, isDev } of missing) {
    const platform = platformOf(name);
    if (!platform || !/^\d+\.\d+\.\d+/.test(version)) {
      throw new Error(
        `${name}@${version}, asked for by ${askedBy}: its platform or exact version can't be told`,
      );
    }
    const entry = { version, ...platform, ...(isDev ? { dev: true } : {}), optional: true };
    lock.packages[`node_modules/${name}`] = entry;
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return missing.map(({ name }) => name);
}
