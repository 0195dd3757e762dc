/** language → the service's name when she applied. Swedish is always there. */
export type CaseTitle = Record<string, string>;

export const titleIn = (title: unknown, lang: string): string => {
  const texts = title as CaseTitle;
  return texts[lang] ?? texts.sv ?? '';
};
