/** UTF-8 read as another encoding, the character that stands for an unreadable one, and images and links to nowhere. */
const DAMAGE = /(?:â€.?|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|ï¿½|\ufffd)\S{0,20}|!?\[[^\]\n]{0,200}\]\(\s{0,9}\)/gu;

/** What is damaged in a text, as it stands there. */
export function damagesIn(text: string): readonly string[] {
  return text.match(DAMAGE) ?? [];
}
