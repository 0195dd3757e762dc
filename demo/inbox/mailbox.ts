import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { KeptList } from '@/demo/inbox/kept-list';

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

/** Mail that reached the demo world, newest first. */
export class Mailbox {
  private constructor(
    private readonly mails: KeptList<Mail>,
    private readonly now: () => number,
  ) {}

  static async open(file: string, now: () => number): Promise<Mailbox> {
    return new Mailbox(await KeptList.open(file, mailSchema), now);
  }

  list(recipient?: string): readonly Mail[] {
    const { all } = this.mails;
    return recipient ? all.filter(({ to }) => to.includes(recipient.toLowerCase())) : all;
  }

  find(id: string | undefined): Mail | undefined {
    return this.mails.all.find((mail) => mail.id === id);
  }

  /** Resolves when the mail is on disk: only then may the sender be told that it was received. */
  async receive(mail: Omit<Mail, 'id' | 'receivedAt'>): Promise<void> {
    await this.mails.add({
      ...mail,
      to: mail.to.map((address) => address.toLowerCase()),
      id: randomUUID(),
      receivedAt: new Date(this.now()).toISOString(),
    });
  }

  empty(): Promise<void> {
    return this.mails.empty();
  }
}
