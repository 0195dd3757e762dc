import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const mailSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), bytes: z.number() })),
});
export type Mail = z.infer<typeof mailSchema>;

const KEPT = 500;

/** Mail that reached the demo world, newest first; kept in memory, and in a file so that a restart keeps it. */
export class Mailbox {
  private saving = Promise.resolve();

  private constructor(
    private readonly file: string,
    private readonly now: () => number,
    private mails: Mail[],
  ) {}

  static async open(file: string, now: () => number): Promise<Mailbox> {
    const stored = existsSync(file)
      ? z.array(mailSchema).parse(JSON.parse(await readFile(file, 'utf8')))
      : [];
    return new Mailbox(file, now, stored);
  }

  list(recipient?: string): readonly Mail[] {
    return recipient ? this.mails.filter(({ to }) => to.includes(recipient.toLowerCase())) : this.mails;
  }

  find(id: string | undefined): Mail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  /** Resolves when the mail is on disk: only then may the sender be told that it was received. */
  async receive(mail: Omit<Mail, 'id' | 'receivedAt'>): Promise<void> {
    const received = { ...mail, id: randomUUID(), receivedAt: new Date(this.now()).toISOString() };
    received.to = mail.to.map((address) => address.toLowerCase());
    this.mails = [received, ...this.mails].slice(0, KEPT);
    await this.save();
  }

  async empty(): Promise<void> {
    this.mails = [];
    await this.save();
  }

  /** One write at a time, each to a new file that then takes the old one's place. */
  private save(): Promise<void> {
    const write = async () => {
      await mkdir(dirname(this.file), { recursive: true });
      const building = `${this.file}.new`;
      await writeFile(building, JSON.stringify(this.mails), { mode: 0o600 });
      await rename(building, this.file);
    };
    this.saving = this.saving.then(write, write);
    return this.saving;
  }
}
