/** First on the page; seen when it has focus. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a className="ms-skip-link" href="#main">
      {children}
    </a>
  );
}
