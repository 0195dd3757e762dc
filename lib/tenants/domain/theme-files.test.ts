import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tenants } from '@/prisma/seed/tenants';
import { themeFiles } from './theme-files';

/** WCAG 2's relative luminance of "#rrggbb". */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(Object.entries(themeFiles))('the theme %s', (_name, file) => {
  const css = readFileSync(`public${file}`, 'utf8');
  const token = (name: string): string => {
    const value = new RegExp(`${name}:([^;]+);`).exec(css)?.[1] ?? '';
    return value.startsWith('var(') ? token(value.slice(4, -1)) : value;
  };

  it('has a name that follows its content, since browsers keep it for ever', () => {
    const hash = createHash('sha256').update(css.trimEnd()).digest('hex').slice(0, 10);
    expect(file).toContain(`.${hash}.css`);
  });

  it('closes every block it opens', () => {
    expect(css.split('{').length).toBe(css.split('}').length);
  });

  it.each([
    ['--ms-header-text', '--ms-header-background'],
    ['--ms-hero-text', '--ms-hero-background'],
    ['--ms-footer-text', '--ms-footer-background'],
    ['--ds-color-accent-base-contrast-default', '--ds-color-accent-base-default'],
    ['--ds-color-accent-text-subtle', '--ds-color-accent-background-tinted'],
    ['--ds-color-neutral-text-subtle', '--ds-color-accent-background-tinted'],
    ['--ds-color-danger-text-subtle', '--ds-color-neutral-background-default'],
  ])('can be read: %s on %s', (text, background) => {
    expect(contrast(token(text), token(background))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the municipalities put in place', () => {
  it('have arms and pictures that are there, and host names of their own', () => {
    const icons = new Set(readdirSync('public/icons').map((name) => `/icons/${name}`));
    for (const { profile } of tenants) {
      expect(icons).toContain(profile.arms);
      expect(icons).toContain(profile.scene);
    }
    const hosts = tenants.flatMap((tenant) => tenant.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('leave no theme file behind that nobody uses', () => {
    expect(
      readdirSync('public/themes')
        .map((name) => `/themes/${name}`)
        .sort(),
    ).toEqual(Object.values(themeFiles).toSorted());
  });
});
