// An old case system that reads and writes files (lib/back-office/connectors/file-drop/README.md). It looks now and then.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { answerTheTest, keep, office, ownId } from './in-the-office.ts';
import { fromXml, toXml } from './xml-of-json.ts';

const { FOLDER = '', FORMAT = 'json' } = process.env;
const place = (name: string) => join(FOLDER, name);
const read = (file: string) => {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.xml') ? fromXml(text) : JSON.parse(text);
};

/** Whole under its name at once, and as if it had lain there a while: nothing here waits for the clock. */
function lay(stem: string, content: unknown): void {
  const name = `${stem}.${FORMAT}`;
  const making = join(FOLDER, 'from-system', `.${name}`);
  writeFileSync(making, FORMAT === 'xml' ? toXml(content) : JSON.stringify(content));
  const before = new Date(Date.now() - 10_000);
  utimesSync(making, before, before);
  renameSync(making, join(FOLDER, 'from-system', name));
}

function look(): void {
  if (office.behaviour !== 'well' || !existsSync(place('to-system'))) return;
  for (const name of readdirSync(place('to-system')).sort()) {
    if (name.startsWith('.')) continue;
    const folder = join(place('to-system'), name);
    const names = readdirSync(folder);
    office.seen.push(name, ...names);
    const content = read(join(folder, names.find((one) => one.startsWith('delivery.')) ?? ''));
    const files = names.filter((one) => !one.startsWith('delivery.'));
    keep({
      deliveryId: content.id,
      content,
      files: Object.fromEntries(
        files.map((one) => [one, readFileSync(join(folder, one)).toString('base64')]),
      ),
    });
    lay(`receipt-${content.id}`, {
      operation: 'record-receipt',
      params: { deliveryId: content.id },
      body: { externalId: ownId(content), occurredAt: new Date().toISOString() },
    });
  }
}

mkdirSync(FOLDER, { recursive: true });
answerTheTest({
  look,
  lay: ({ stem, content }: { stem: string; content: unknown }) => lay(stem, content),
  /** the disk is not there, or is again */
  behave: (behaviour: typeof office.behaviour) => {
    office.behaviour = behaviour;
    const away = `${FOLDER}.away`;
    if (behaviour === 'away' && existsSync(FOLDER)) renameSync(FOLDER, away);
    if (behaviour !== 'away' && existsSync(away)) renameSync(away, FOLDER);
  },
  answers: () =>
    Object.fromEntries(
      readdirSync(place('answers')).map((name) => [name, read(join(place('answers'), name))]),
    ),
  left: () => ['to-system', 'from-system', 'refused'].map((name) => readdirSync(place(name))),
});
