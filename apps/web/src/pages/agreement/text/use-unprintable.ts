import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, client } from '../../../api/client.js';
import type { DocumentLanguage } from '../../../api/types.js';
import { useSettled } from '../../../parts/use-settled.js';

interface Text {
  readonly agreementId: string;
  /** Of what is shown: another text is asked about anew. */
  readonly textHash: string | null;
  readonly language: DocumentLanguage | undefined;
}

/** The signs of the letter that its PDF cannot show; none where nobody asks. */
export function useUnprintable({ agreementId, textHash, language }: Text, asks: boolean): readonly string[] {
  const { data } = useQuery({
    queryKey: ['unprintable', agreementId, textHash, language],
    queryFn: ({ signal }) =>
      answer(
        client.GET('/api/agreements/{agreement}/unprintable-signs', {
          params: { path: { agreement: agreementId }, query: { language: language ?? 'both' } },
          signal,
        }),
      ),
    enabled: asks && textHash !== null && language !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return data?.signs ?? [];
}

/** Of a text that is being written: asked when the writer pauses, and of the signs alone that are rarely in a font. */
export function useUnprintableIn(text: string): readonly string[] {
  const settled = useSettled(rareIn(text), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['unprintable', 'written', settled],
    queryFn: ({ signal }) =>
      answer(client.POST('/api/documents/unprintable-signs', { body: { text: settled }, signal })),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  // What was taken out in the meantime is no matter any more.
  return settled === '' ? [] : (data?.signs ?? []).filter((sign) => text.includes(sign));
}

const PAUSE_MS = 600;
const PLAIN = /[\s\u0020-\u007e]/u;

/** Each sign once and in order, so that what was asked before is not asked again. */
const rareIn = (text: string): string =>
  [...new Set(text)]
    .filter((sign) => !PLAIN.test(sign))
    .sort()
    .join('');

/** What the PDF can be made of where some languages are files: `undefined` where all are. */
export function writtenIn(languages: readonly ('zh' | 'en')[]): DocumentLanguage | undefined {
  return languages.length > 1 ? 'both' : languages[0];
}
