/** A text of at most `longest` UTF-16 units: what is longer loses its middle. No character is cut in two. */
export function cutMiddle(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = Math.max(0, longest - 1);
  const first = text.slice(0, Math.ceil(room / 2)).replace(/[\ud800-\udbff]$/, '');
  const last = room < 2 ? '' : text.slice(-Math.floor(room / 2)).replace(/^[\udc00-\udfff]/, '');
  return `${first}…${last}`;
}
