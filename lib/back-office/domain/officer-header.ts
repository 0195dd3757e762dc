import { cleanLine, isPlainText } from '@/lib/kernel/plain-text';

/** For whom a system asks: shown to the resident in "Vem har sett mina uppgifter". */
export interface OfficerName {
  name: string;
  unit?: string | undefined;
}

const MAX = 100;

/**
 * Reads `X-Officer: Maria%20%C3%96berg; unit=Bist%C3%A5ndsenheten`. Names are percent-encoded UTF-8, since a header can't
 * hold å, ä and ö. Undefined when there is no header, null when it can't be read.
 */
export function parseOfficerHeader(header: string | null): OfficerName | null | undefined {
  if (header === null) return undefined;
  const [first = '', ...rest] = header.split(';');
  const name = decoded(first);
  const unitPart = rest.find((part) => part.trim().startsWith('unit='));
  const unit = unitPart === undefined ? undefined : decoded(unitPart.trim().slice('unit='.length));
  if (!name || unit === null || rest.length > (unitPart ? 1 : 0)) return null;
  return { name, ...(unit && { unit }) };
}

export const officerHeader = ({ name, unit }: OfficerName): string =>
  encodeURIComponent(name) + (unit ? `; unit=${encodeURIComponent(unit)}` : '');

/** "Maria Öberg, Biståndsenheten" */
export const officerLabel = ({ name, unit }: OfficerName): string => (unit ? `${name}, ${unit}` : name);

function decoded(text: string): string | null {
  try {
    const value = decodeURIComponent(text.trim());
    if (!isPlainText(value) || /[\t\r\n]/.test(value)) return null;
    const shown = cleanLine(value);
    return shown.length > 0 && shown.length <= MAX ? shown : null;
  } catch {
    return null;
  }
}
