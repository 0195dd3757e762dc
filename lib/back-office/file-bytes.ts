/** A file as it comes in a message, base64, as the commands take it. */
export const bytesOf = ({ name, content }: { name: string; content: string }) => ({
  name,
  bytes: new Uint8Array(Buffer.from(content, 'base64')),
});
