import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const KEPT = 500;

/** What reached the demo world, newest first; kept in memory, and in a file so that a restart keeps it. */
export class KeptList<T> {
  private saving = Promise.resolve();

  private constructor(
    private readonly file: string,
    private kept: readonly T[],
  ) {}

  static async open<T>(file: string, schema: z.ZodType<T>): Promise<KeptList<T>> {
    const stored = existsSync(file) ? z.array(schema).parse(JSON.parse(await readFile(file, 'utf8'))) : [];
    return new KeptList(file, stored);
  }

  get all(): readonly T[] {
    return this.kept;
  }

  /** Resolves when it is on disk: only then may the sender be told that it was received. */
  async add(one: T): Promise<void> {
    this.kept = [one, ...this.kept].slice(0, KEPT);
    await this.save();
  }

  async empty(): Promise<void> {
    this.kept = [];
    await this.save();
  }

  /** One write at a time, each to a new file that then takes the old one's place. */
  private save(): Promise<void> {
    const write = async () => {
      await mkdir(dirname(this.file), { recursive: true });
      const building = `${this.file}.new`;
      await writeFile(building, JSON.stringify(this.kept), { mode: 0o600 });
      await rename(building, this.file);
    };
    this.saving = this.saving.then(write, write);
    return this.saving;
  }
}
