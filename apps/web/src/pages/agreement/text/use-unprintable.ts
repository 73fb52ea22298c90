import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { answer, client } from '../../../api/client.js';
import type { DocumentLanguage } from '../../../api/types.js';

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

/** What the PDF can be made of where some languages are files: `undefined` where all are. */
export function writtenIn(languages: readonly ('zh' | 'en')[]): DocumentLanguage | undefined {
  return languages.length > 1 ? 'both' : languages[0];
}
