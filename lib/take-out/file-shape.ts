import { z } from 'zod';

/** A file by name; its bytes are fetched one by one, by its address and logged in (decision 0100). */
export const takenFile = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  address: z.string().meta({ description: 'at the municipality’s own address; asks for a log-in' }),
});
export type TakenFile = z.infer<typeof takenFile>;

export const asTaken = ({ id, name, size }: { id: string; name: string; size: number }): TakenFile => ({
  id,
  name,
  size,
  address: `/api/files/${id}`,
});
export const instant = z.iso.datetime().meta({ description: 'RFC 3339, UTC' });
export const day = z.iso.date().meta({ description: 'Calendar date in Sweden' });
export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
