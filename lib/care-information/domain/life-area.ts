/** The life areas of IBIC (Socialstyrelsen): the nine of ICF, and two more. What plans and notes are sorted by. */
export const lifeAreas = [
  'learning',
  'tasks',
  'communication',
  'mobility',
  'self-care',
  'home-life',
  'relations',
  'work-and-economy',
  'community',
  'safety',
  'support-for-carers',
] as const;
export type LifeArea = (typeof lifeAreas)[number];
