/** While something is fetched: grey lines, and words for those who don't see them. */
export function Skeleton({ text, lines = 3 }: { text: string; lines?: number }) {
  return (
    <div className="ms-skeleton" role="status">
      <span className="ds-sr-only">{text}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
