import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { outcomeOf } from './processes';
import { PlainError, say, step } from './progress';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * What Playwright switches off itself: Chromium heeds the last such list only, so that ours must have it all
 * (chromium.test.ts compares them).
 */
const offByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];
/** Pages of the address bar's own, made ready beside each page that is opened: a third of what a test costs. */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Root has no sandbox to run it in; and it is kept from calling out on its own account. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  `--disable-features=${[...offByPlaywright, ...addressBarPages].join(',')}`,
];

/** A Chromium that runs: one that is here, else the distribution's, else Playwright's own download. */
export async function ensureChromium(signal?: AbortSignal): Promise<string> {
  const found = await findChromium();
  if (found) return found;

  const reasons: string[] = [];
  if (process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')) {
    const reason = await step("Installing the distribution's Chromium (about a minute)", () =>
      installByApt(signal),
    );
    if (reason) reasons.push(`apt-get: ${reason}`);
    const installed = await findChromium();
    if (installed) return installed;
  }
  const reason = await step("Downloading Playwright's Chromium", () => installByPlaywright(signal));
  if (reason) reasons.push(`playwright install: ${reason}`);
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  throw new PlainError(
    [
      'No Chromium was found, and none could be installed. The browser tests need one.',
      ...reasons.map((line) => `  ${line}`),
      'Install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.',
    ].join('\n'),
  );
}

async function findChromium(): Promise<string | undefined> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !(await canRun(given))) throw new PlainError(`CHROMIUM_PATH (${given}) can't be run.`);
  const onPath = NAMES.map(isOnPath);
  for (const candidate of [given, ...onPath, ...OUTSIDE_PATH, chromium.executablePath()]) {
    if (candidate && existsSync(candidate) && (await canRun(candidate))) return candidate;
  }
  return undefined;
}

/** Asked for a page, not for its version: a download without its system libraries starts no page. */
async function canRun(path: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath: path, args: chromiumArguments, timeout: 20_000 });
    await (await browser.newPage()).close();
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function isOnPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Undefined when it went well, else why not. */
async function installByApt(signal?: AbortSignal): Promise<string | undefined> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await outcomeOf('apt-get', ['update', '-qq'], { env, signal });
  const packages = ['chromium', 'fonts-noto-core'];
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  const { code, output } = await outcomeOf('apt-get', [...install, ...packages], { env, signal });
  return code === 0 ? undefined : lastLine(output);
}

async function installByPlaywright(signal?: AbortSignal): Promise<string | undefined> {
  const { code, output } = await outcomeOf(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
    { signal },
  );
  if (code === 0)
    say('  (on Linux its system libraries may be missing: npx playwright install-deps chromium)');
  return code === 0 ? undefined : lastLine(output);
}

const lastLine = (output: string) => output.trim().split('\n').at(-1) ?? '';
