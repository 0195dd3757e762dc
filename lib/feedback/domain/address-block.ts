/**
 * Whom an address is counted as. A household or a robot has a whole /64 of IPv6 addresses and may send from each: only
 * the first half says who it is.
 */
export function addressBlock(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  // "::" stands for as many groups of zeros as are missing from eight; an IPv4 tail is two groups in one.
  const written = before.length + after.length + (ip.includes('.') ? 1 : 0);
  const groups = [...before, ...Array<string>(tail === undefined ? 0 : 8 - written).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
