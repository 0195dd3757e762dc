/** The Swedish trust framework's levels of assurance, as they stand in `acr`. */
export const levels = ['loa2', 'loa3', 'loa4'] as const;
export type Level = (typeof levels)[number];

export const loaUri = (level: Level): string => `http://id.elegnamnden.se/loa/1.0/${level}`;
