/**
 * Who has a digital mailbox in the demo world, and with whom. The operators are invented, and so is the municipality's
 * number: its check digit is wrong, so that no organisation has it.
 */
export const joinedSender = { name: 'Granviks kommun', organisationNumber: '162120009900' };

export interface DemoMailbox {
  nationalId: string;
  operator: 'brevhuset' | 'postladan';
  /** registered, but not yet in use */
  pending?: boolean;
  /** she has said no to mail from this municipality, and wants it on paper */
  refusesSender?: boolean;
}

export const operators = {
  brevhuset: { name: 'Brevhuset', organisationNumber: '165560009901' },
  postladan: { name: 'Postlådan', organisationNumber: '165560009919' },
} as const;

export const demoMailboxes: readonly DemoMailbox[] = [
  { nationalId: '194207099146', operator: 'brevhuset' }, // Astrid
  { nationalId: '193812038895', operator: 'postladan' }, // Gunnar, who has no e-mail address
  { nationalId: '197901072392', operator: 'brevhuset' }, // Yousef
  { nationalId: '196808199266', operator: 'brevhuset', refusesSender: true }, // Karin
  { nationalId: '199101032390', operator: 'postladan', pending: true }, // Oskar
];
