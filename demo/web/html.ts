/** Text that is already HTML. Only `html` makes one, so nothing unescaped reaches a page. */
class Html {
  constructor(readonly text: string) {}
  toString() {
    return this.text;
  }
}

export type { Html };

type Part = string | number | null | undefined | false | Html | readonly Part[];

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** Template tag: what is put in is escaped unless it comes from this tag itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + render(parts[index - 1]) + string));
}
