import { sha256 } from './crypto';

/** So often is a statement asked before it is worth preparing; and so many are kept by each connection, which holds their plans. */
const OFTEN = 20;
const MOST_PREPARED = 300;
/** Lists make statements of any length: those that were asked seldom are forgotten. */
const MOST_COUNTED = 5_000;

/**
 * Names for statements that are asked again and again, so that each connection plans them once (decision 0137). One without
 * a name (empty) is planned each time.
 */
export class PreparedNames {
  private readonly names = new Map<string, string>();
  private readonly asked = new Map<string, number>();

  nameOf(text: string): string {
    const known = this.names.get(text);
    if (known) return known;
    if (this.names.size >= MOST_PREPARED) return '';
    const times = (this.asked.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.asked.size >= MOST_COUNTED) this.asked.clear();
      this.asked.set(text, times);
      return '';
    }
    this.asked.delete(text);
    const name = `often-${Buffer.from(sha256(text)).toString('hex', 0, 16)}`;
    this.names.set(text, name);
    return name;
  }
}
