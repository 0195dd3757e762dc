// npm run lock: after every `npm install` that changed the lock file. A test fails when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLockFile, type LockFile } from './lib/lock-file';
import { say } from './lib/progress';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
const added = completeLockFile(lock);
if (added.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
say(added.length > 0 ? `Added ${added.join(', ')}.` : 'Nothing is missing.');
