/** Text without control characters and halves of characters: PostgreSQL refuses some of them, and none belongs into a name. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, ' ');
}
