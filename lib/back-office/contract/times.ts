import { z } from 'zod';

// How instants and days go over the wire.
export const instant = z.iso.datetime().meta({ description: 'RFC 3339, UTC' });
export const day = z.iso.date().meta({ description: 'Calendar date in Sweden' });
