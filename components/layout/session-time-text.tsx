/** What SessionWarning says in time, said beforehand to those without JavaScript. */
export function SessionTimeText({ children }: { children: string }) {
  return (
    <noscript>
      <p className="ms-session-time">{children}</p>
    </noscript>
  );
}
