import { z } from 'zod';
import { BankIdError } from '@/demo/bankid/errors';

/** What tests and the control page can make the simulated BankID answer instead of doing its work. */
export const faultSchema = z.object({
  errorCode: z
    .enum(['maintenance', 'internalError', 'requestTimeout', 'unauthorized', 'tooManyRequests', 'disconnect'])
    .nullable(),
  /** only this one (`auth`, `sign`, `phone/auth`, `phone/sign`, `collect`, `cancel`); otherwise all */
  endpoint: z.string().optional(),
  /** so many calls; otherwise until it is switched off */
  times: z.int().positive().optional(),
});
export type Fault = z.infer<typeof faultSchema>;

export class BankIdFaults {
  private fault: Fault = { errorCode: null };

  set(fault: Fault): void {
    this.fault = { ...fault };
  }

  get current(): Fault {
    return this.fault;
  }

  /** `disconnect` is given back, since only the server can drop the connection. @throws BankIdError for the others */
  strike(endpoint: string): 'disconnect' | undefined {
    const { errorCode, times, endpoint: only } = this.fault;
    if (!errorCode || (only && only !== endpoint)) return undefined;
    if (times !== undefined)
      this.fault = times > 1 ? { ...this.fault, times: times - 1 } : { errorCode: null };
    if (errorCode === 'disconnect') return 'disconnect';
    throw new BankIdError(errorCode, 'Switched on in the demo world');
  }
}
