import { z } from 'zod';
import { parseNationalId } from '@/lib/kernel/national-id';
import { line } from '@/lib/kernel/told';

/** Whom a system tells of. */
export const toldPerson = z
  .strictObject({
    personalNumber: z
      .string()
      .regex(/^\d{12}$/)
      .transform((text, context) => {
        const number = parseNationalId(text, new Date());
        if (number) return number;
        context.addIssue({
          code: 'custom',
          message: 'must be a personal or coordination number, 12 digits',
        });
        return z.NEVER;
      })
      .meta({ description: '12 digits. Here and nowhere else: never in a path or a query.' }),
    givenName: line(100),
    surname: line(100),
  })
  .meta({
    description:
      'Whom it is about. She need not have been here before. The name stands until she logs in, and the register’s takes its place.',
  });

export type ToldPerson = z.output<typeof toldPerson>;
