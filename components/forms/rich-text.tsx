import { Prose } from '@/components/ui/prose';
import { textBlocks } from '@/lib/catalogue/domain/texts';

/** A definition's longer text: paragraphs and lists. */
export function RichText({ text }: { text: string }) {
  return (
    <Prose>
      {textBlocks(text).map((block) =>
        block.kind === 'paragraph' ? (
          <p key={block.text}>{block.text}</p>
        ) : (
          <ul key={block.items.join()}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </Prose>
  );
}
