import type { MeetingDetail } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';

/** A position with who holds it: "Chair, Zhou Qiang". */
export function useWho({ names }: Pick<MeetingDetail, 'names'>) {
  const { local, language } = useWords();
  return (positionId: string, personId: string | null): string =>
    [local(names[positionId]), local(names[personId ?? ''])]
      .filter(Boolean)
      .join(language === 'zh' ? ' ' : ', ');
}
