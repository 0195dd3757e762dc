import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authority, issue } from '@/demo/certificates/authority';
import { putFolder } from '@/demo/certificates/put-folder';
import { joinedSender } from '@/demo/digital-mail/mailboxes';

/** The invented infrastructure's own authority, its server's certificate, and that of the one municipality that has joined. */
export interface DigitalMailCertificates {
  caFile: string;
  serverCertificateFile: string;
  serverKeyFile: string;
  /** what the municipality shows and signs with */
  senderCertificateFile: string;
  senderKeyFile: string;
}

/** Makes them where they are missing. */
export async function ensureDigitalMailCertificates(
  dir: string,
  now: number,
): Promise<DigitalMailCertificates> {
  const files = {
    caFile: join(dir, 'ca.pem'),
    serverCertificateFile: join(dir, 'server.pem'),
    serverKeyFile: join(dir, 'server-key.pem'),
    senderCertificateFile: join(dir, 'sender.pem'),
    senderKeyFile: join(dir, 'sender-key.pem'),
  };
  if (Object.values(files).every((file) => existsSync(file))) return files;
  await putFolder(dir, async (building) => {
    const root = authority('Demo Digital Mail Root', now);
    const server = issue(root, 'localhost', 'server', now);
    const sender = issue(root, joinedSender.name, 'client', now, joinedSender.organisationNumber);
    const secret = { mode: 0o600 };
    await writeFile(join(building, 'ca.pem'), root.pem);
    await writeFile(join(building, 'server.pem'), server.pem);
    await writeFile(join(building, 'server-key.pem'), server.keyPem, secret);
    await writeFile(join(building, 'sender.pem'), sender.pem);
    await writeFile(join(building, 'sender-key.pem'), sender.keyPem, secret);
  });
  return files;
}
