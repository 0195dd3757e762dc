import { Prose } from '@/components/ui/prose';
import { textBlocks } from '@/lib/catalogue/domain/texts';
import type { SpokenIn } from '@/lib/kernel/said';

/** A definition's longer text: paragraphs and lists. */
export function RichText({ text, ...spoken }: { text: string } & SpokenIn) {
  return (
    <Prose {...spoken}>
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
