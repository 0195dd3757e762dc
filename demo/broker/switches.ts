import { z } from 'zod';
import { levels } from '@/demo/broker/levels';

/** What tests and the control page can make the broker answer, to see whether a portal checks what it is told. */
export const switchesSchema = z.object({
  /** the level of assurance in the answer, whatever was asked for */
  loa: z.enum(levels).default('loa3'),
  /** leave out personalIdentityNumber and coordinationNumber */
  withoutNumber: z.boolean().default(false),
});
export type BrokerSwitches = z.infer<typeof switchesSchema>;

export class BrokerControl {
  private switches: BrokerSwitches = switchesSchema.parse({});

  get current(): BrokerSwitches {
    return this.switches;
  }

  set(switches: BrokerSwitches): void {
    this.switches = switches;
  }
}
