import type { ImportReport } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';

/** Every fault with where it stands, so that it is found in the spreadsheet. */
export function ImportFaults({ faults }: { readonly faults: ImportReport['faults'] }) {
  const { t } = useWords();
  return (
    <section className="sheet directory-card" aria-labelledby="faults">
      <div className="card-head">
        <h2 id="faults">{t('imports.faults', { count: faults.length })}</h2>
      </div>
      <div className="import-faults">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.what')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, column, code, sentence }) => (
              <tr key={`${line} ${column ?? ''} ${code}`}>
                <td className="number">{line}</td>
                <td>{column ?? <span className="quiet">{t('imports.row')}</span>}</td>
                <td>
                  <Local text={sentence} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
