// Makes the files that pages load from what the design system's tool writes (README.md says how to run both).
// It keeps the light scheme only, puts what all themes share into one file, and names each theme's file after its
// content, so that browsers may keep it for ever.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const built = process.argv[2];
if (!built) throw new Error('Say where the built tokens are: node make.mjs <folder>');

const SHARED = ['size-mode', 'type-scale', 'size', 'typography.primary', 'color'];
const OWN = ['color-scheme.light', 'semantic'];

/** Top-level `@layer ds.theme.x { … }` blocks, in order. */
function blocks(css) {
  const found = [];
  for (const part of css.split(/^(?=@layer |@media )/m)) {
    const name = /^@layer ds\.theme\.([a-z.-]+) \{/.exec(part)?.[1];
    if (name) found.push({ name, text: closed(part.trim()) });
  }
  return found;
}

/** A block that was cut before the media query inside it (a scheme chosen by the device) lacks its last braces. */
const closed = (text) => text + '\n}'.repeat(text.split('{').length - text.split('}').length);

/** Without comments, and without the tokens nothing here uses (short and long body text, the largest headings). */
const tidy = (text) =>
  text
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/^\s*--ds-body-(short|long)-.*$\n/gm, '')
    .replace(/\n\s*\n/g, '\n');

const minify = (text) =>
  tidy(text)
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: /g, ':')
    .trim();

const names = Object.keys(JSON.parse(readFileSync(join(here, 'designsystemet.config.json'), 'utf8')).themes);
const themes = names.map((name) => ({
  name,
  parts: blocks(readFileSync(join(built, `${name}.css`), 'utf8')),
}));

const pick = (theme, wanted) =>
  theme.parts
    .filter(({ name }) => wanted.includes(name))
    .map(({ text }) => text)
    .join('\n');
const shared = tidy(pick(themes[0], SHARED));
for (const theme of themes) {
  if (tidy(pick(theme, SHARED)) !== shared) throw new Error(`${theme.name} differs in what themes share`);
}
writeFileSync(join(here, '../tokens.css'), `/* Made by themes/make.mjs. Do not edit. */\n${shared}\n`);

const folder = join(root, 'public/themes');
for (const file of readdirSync(folder)) if (file.endsWith('.css')) rmSync(join(folder, file));
const files = themes.map((theme) => {
  const css = minify(`${pick(theme, OWN)}\n${readFileSync(join(here, `${theme.name}.own.css`), 'utf8')}`);
  const file = `${theme.name}.${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`;
  writeFileSync(join(folder, file), `${css}\n`);
  return [theme.name, `/themes/${file}`];
});

const list = files.map(([name, file]) => `  ${name}: '${file}',`).join('\n');
writeFileSync(
  join(root, 'lib/tenants/domain/theme-files.ts'),
  `/** Made by app/styles/themes/make.mjs. Do not edit. Each theme's tokens, in a file named after its content. */\nexport const themeFiles = {\n${list}\n} as const;\n`,
);
