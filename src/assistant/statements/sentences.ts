/** Whether a text ends with a question mark. */
export function waitsForAnswer(text: string): boolean {
  return /[?？]["”’」]?\s*$/u.test(text);
}

/** The ends of sentences in all scripts; the end of a line is one as well. */
const END = /(?:[.!?…]+(?=["”’)\]*_]*(?:\s|$))|[。！？；]+|\n)["”’」』)\]*_]*\s*/gu;

/** Splits a text into sentences, each with the white space after it: joined they are the text. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    // "3. Close the lid": a number at the start of a line is no sentence.
    if (/^\s*\d{1,3}\.\s*$/u.test(text.slice(from, end))) continue;
    sentences.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length) sentences.push(text.slice(from));
  return sentences;
}
