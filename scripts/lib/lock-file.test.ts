import { describe, expect, it } from 'vitest';
import { completeLockFile, missingOptionalPackages, platformOf } from './lock-file';

const lock = () => ({
  packages: {
    '': {},
    'node_modules/b': {
      version: '1.0.0',
      optionalDependencies: { '@b/linux-x64': '1.0.0', '@b/darwin-arm64': '1.0.0' },
    },
    'node_modules/@b/linux-x64': { version: '1.0.0', optional: true },
    'node_modules/a': { dev: true, optionalDependencies: { 'a-linux-arm64-musl': '2.0.0' } },
    'node_modules/a/node_modules/c': { optionalDependencies: { 'd-win32-x64': '3.0.0' } },
    'node_modules/a/node_modules/d-win32-x64': { version: '3.0.0' },
  },
});

describe('the lock file', () => {
  it('lacks what is asked for and found nowhere above', () => {
    expect(missingOptionalPackages(lock()).map(({ name }) => name)).toEqual([
      '@b/darwin-arm64',
      'a-linux-arm64-musl',
    ]);
  });

  it('is completed with version and platform, once', () => {
    const completed = lock();
    expect(completeLockFile(completed)).toHaveLength(2);
    expect(completed.packages).toMatchObject({
      'node_modules/@b/darwin-arm64': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], optional: true },
      'node_modules/a-linux-arm64-musl': { version: '2.0.0', libc: ['musl'], dev: true, optional: true },
    });
    expect(completeLockFile(completed)).toEqual([]);
  });

  it('is not guessed at', () => {
    expect(platformOf('left-pad')).toBeNull();
    const odd = { packages: { 'node_modules/x': { optionalDependencies: { 'x-linux-x64': '^1' } } } };
    expect(() => completeLockFile(odd)).toThrow('x-linux-x64@^1');
  });
});
