import type {
  Language,
  SectionDifference,
  TextDifference,
  TextFileDifference,
  TextPiece,
} from '../../api/types.js';
import { htmlLang } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { Pieces } from '../../parts/pieces.js';

export type Layout = 'inline' | 'beside';

interface ComparedTextProps {
  readonly difference: TextDifference;
  readonly language: Language;
  readonly layout: Layout;
}

/** What changed, section by section; what did not is counted, and there to be opened. */
export function ComparedText({ difference, language, layout }: ComparedTextProps) {
  const { t } = useWords();
  const { sections, textFiles, annexes } = difference;
  const otherFiles = textFiles.filter((file) => file.change !== 'same' && file.language === language);
  const isSame = ({ change, moved }: SectionDifference): boolean => change === 'same' && !moved;
  const same = sections.filter(isSame);
  const changed = sections.filter((section) => !isSame(section));
  const otherAnnexes = annexes.filter(({ change }) => change !== 'same');
  return (
    <div className="compared">
      {changed.length + otherFiles.length + otherAnnexes.length === 0 ? (
        <p>{t('drafting.noChange')}</p>
      ) : null}
      {otherFiles.map((file) => (
        <OtherFile key={file.language} file={file} />
      ))}
      {changed.map((section) => (
        <Section key={section.sectionId} section={section} language={language} layout={layout} />
      ))}
      {otherAnnexes.length > 0 ? (
        <section className="compared-section sheet">
          <h2>{t('drafting.annexes')}</h2>
          <ul>
            {otherAnnexes.map(({ annex, change }) => (
              <li key={annex.file.sha256}>
                {t(`drafting.change.${change}`)}
                <Dot />
                {change === 'added' ? (
                  <ins>
                    <Local text={annex.title} />
                  </ins>
                ) : (
                  <del>
                    <Local text={annex.title} />
                  </del>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {same.length > 0 ? (
        <details>
          <summary>{t('drafting.unchanged', { count: same.length })}</summary>
          {same.map((section) => (
            <Section key={section.sectionId} section={section} language={language} layout="inline" />
          ))}
        </details>
      ) : null}
    </div>
  );
}

/** What is in a file is not compared: which it is, its hash says. */
function OtherFile({ file: { change, before, after } }: { readonly file: TextFileDifference }) {
  const { t } = useWords();
  return (
    <section className="compared-section sheet">
      <p className="label">{t(`drafting.fileChange.${change}`)}</p>
      <ul className="compared-files">
        {before ? (
          <li>
            <del className="hash">{before.sha256}</del>
          </li>
        ) : null}
        {after ? (
          <li>
            <ins className="hash">{after.sha256}</ins>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

interface SectionProps {
  readonly section: SectionDifference;
  readonly language: Language;
  readonly layout: Layout;
}

function Section({ section, language, layout }: SectionProps) {
  const { t } = useWords();
  const rendition = section.renditions.find((one) => one.language === language);
  return (
    <section className="compared-section sheet">
      <p className="label">
        {isElsewhere(section, rendition)
          ? t('drafting.changedElsewhere')
          : t(`drafting.change.${section.change}`)}
        {section.moved ? (
          <>
            <Dot />
            {t('drafting.moved')}
          </>
        ) : null}
      </p>
      {rendition ? (
        <div className="compared-sides" data-layout={layout} lang={htmlLang(language)}>
          {layout === 'inline' ? (
            <Side heading={rendition.heading} body={rendition.body} />
          ) : (
            <>
              <Side heading={without('added', rendition.heading)} body={without('added', rendition.body)} />
              <Side
                heading={without('removed', rendition.heading)}
                body={without('removed', rendition.body)}
              />
            </>
          )}
        </div>
      ) : (
        <p className="quiet">{t('text.missing')}</p>
      )}
    </section>
  );
}

/** The section differs, but not in the language that is shown. */
const isElsewhere = (
  { change }: SectionDifference,
  shown: SectionDifference['renditions'][number] | undefined,
): boolean =>
  change === 'changed' &&
  shown !== undefined &&
  [...shown.heading, ...shown.body].every(({ kind }) => kind === 'same');

const without = (left: TextPiece['kind'], pieces: readonly TextPiece[]): TextPiece[] =>
  pieces.filter(({ kind }) => kind !== left);

interface SideProps {
  readonly heading: readonly TextPiece[];
  readonly body: readonly TextPiece[];
}

function Side({ heading, body }: SideProps) {
  return (
    <div className="diff-text">
      <h3>
        <Pieces pieces={heading} />
      </h3>
      <p>
        <Pieces pieces={body} />
      </p>
    </div>
  );
}
