import { ensureChromium } from './chromium';
import { findFreePorts } from './ports';
import { startStack } from './stack';
import { offerControl } from './stack-control';

export interface BrowserWorld {
  /** what Playwright's process needs to know (e2e/fixtures/stack.ts) */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** A production build with the whole demo world, on free ports, for a Playwright that runs in another process. */
export async function startBrowserWorld(options: {
  dataDir: string;
  databaseUrl?: string;
  signal: AbortSignal;
}): Promise<BrowserWorld> {
  const { dataDir, signal } = options;
  const chromium = await ensureChromium(signal);
  const ports = await findFreePorts(4100);
  const stack = await startStack({ appEnv: 'test', ports, ...options });
  const control = await offerControl(stack);
  const { urls, databaseUrl } = stack;
  return {
    env: {
      CHROMIUM_PATH: chromium,
      E2E_STACK: JSON.stringify({ ports, urls, databaseUrl, controlUrl: control.url, dataDir }),
    },
    stop: async () => {
      control.close();
      await stack.stop();
    },
  };
}
