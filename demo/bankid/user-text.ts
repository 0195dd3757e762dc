import { type Html, html } from '@/demo/web/html';

/** What the phone shows of the text to approve. BankID's simple Markdown: headings, lists, bold, rules. */
export function userText(base64: string | undefined, format: string | undefined): Html | null {
  if (!base64) return null;
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return format === 'simpleMarkdownV1' ? html`${blocks(text)}` : html`${text}`;
}

function blocks(text: string): Html[] {
  const out: Html[] = [];
  let items: Html[] = [];
  const closeList = () => {
    if (items.length > 0) out.push(html`<ul>${items}</ul>`);
    items = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const item = /^\s*[*+-]\s+(.*)$/.exec(line);
    if (item) {
      items.push(html`<li>${bold(item[1] ?? '')}</li>`);
      continue;
    }
    closeList();
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    if (heading) out.push(heading[1] === '#' ? html`<h3>${heading[2]}</h3>` : html`<h4>${heading[2]}</h4>`);
    else if (/^\s*-{3,}\s*$/.test(line)) out.push(html`<hr>`);
    else if (line.trim() !== '') out.push(html`<p>${bold(line)}</p>`);
  }
  closeList();
  return out;
}

function bold(text: string): Html[] {
  return text
    .split('**')
    .map((part, index) => (index % 2 === 1 ? html`<strong>${part}</strong>` : html`${part}`));
}
