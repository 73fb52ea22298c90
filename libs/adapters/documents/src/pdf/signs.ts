/** Says how others are to be shown, and shows nothing itself. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
const SPACE = /\p{Zs}/u;

export const isUnseen = (sign: string): boolean => UNSEEN.test(sign);

export const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0;

/** What is printed for a sign that the font has not: its number. */
export function standIn(sign: string): string {
  if (SPACE.test(sign)) return ' ';
  return `[U+${codeOf(sign).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The signs of a text of which only the number would be printed, each once. */
export const unprintable = (text: string, isInFont: (code: number) => boolean): readonly string[] =>
  [...new Set(text)].filter((sign) => !isUnseen(sign) && !SPACE.test(sign) && !isInFont(codeOf(sign)));
