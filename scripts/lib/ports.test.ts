import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { findFreePorts, portsFrom, requireFreePorts } from './ports';

describe('ports', () => {
  it('follow from the portal’s', () => {
    expect(portsFrom(3000)).toMatchObject({ portal: 3000, bankId: 3001, demo: 3002, postgres: 3007 });
    for (const wrong of [Number.NaN, 80, 3000.5, 65530])
      expect(() => portsFrom(wrong)).toThrow('PORT must be');
  });

  it('that are taken are named, with what they are for and a way out', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const ports = portsFrom((server.address() as AddressInfo).port - 3);
    const refusal = requireFreePorts(ports, ['broker']).catch((error: Error) => error.message);
    expect(await refusal).toMatch(`Port ${ports.broker} (PORT + 3) is taken; it is for the demo e-ID broker`);
    expect(await refusal).toMatch(/PORT=\d+ npm start/);
    server.close();
  });

  it('that an earlier run is just letting go of are waited for', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const ports = portsFrom((server.address() as AddressInfo).port);
    setTimeout(() => server.close(), 500);
    await expect(requireFreePorts(ports, ['portal'])).resolves.toBeUndefined();
  });

  it('are found free', async () => {
    await expect(requireFreePorts(await findFreePorts(45_000), ['portal', 'smtp'])).resolves.toBeUndefined();
  });
});
