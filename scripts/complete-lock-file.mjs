// Some registries carry a package's builds for other platforms late, or not at all. npm then leaves them out of a
// lock file it writes, and from then on `npm ci` refuses that lock file wherever the registry does have them.
// This adds the entries that are missing: what the parent package asks for, and which platform it is meant for.
// Run it after every `npm install` that changed the lock file (`npm run lock`); a test fails when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url));

/** Which platform a package is built for, told by its name: "@next/swc-linux-arm64-musl" → linux, arm64, musl. */
export function platformOf(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.find((word) => ['android', 'darwin', 'freebsd', 'linux', 'win32'].includes(word));
  const cpu = words.find((word) =>
    ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64'].includes(word),
  );
  if (!os || !cpu) return null;
  const libc = words.includes('musl') ? 'musl' : os === 'linux' && words.includes('gnu') ? 'glibc' : null;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** The optional packages that something in the lock file asks for and that have no entry of their own. */
export function missingOptionalPackages(lock) {
  const missing = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!resolves(lock, path, name))
        missing.push({ askedBy: path, name, version, dev: entry.dev === true });
    }
  }
  return missing;
}

/** Node's own way of looking: beside the package that asks, then in each folder above it. */
function resolves(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function complete(lock) {
  const missing = missingOptionalPackages(lock);
  for (const { name, version, dev, askedBy } of missing) {
    const platform = platformOf(name);
    if (!platform || !/^\d+\.\d+\.\d+/.test(version)) {
      throw new Error(
        `${name}@${version}, asked for by ${askedBy}: the platform or the exact version can't be told.`,
      );
    }
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
  }
  const entries = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(entries);
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const added = complete(lock);
  if (added.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    added.length > 0 ? `Added ${added.map(({ name }) => name).join(', ')}.` : 'Nothing is missing.',
  );
}
