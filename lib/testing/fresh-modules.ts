import { afterAll, vi } from 'vitest';

// Test files follow each other in one process, which spares them half their time: the packages are loaded once. What is
// ours each file loads anew, and the settings it changes are as before after it.
vi.resetModules();

const settings = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
  Object.assign(process.env, settings);
});
