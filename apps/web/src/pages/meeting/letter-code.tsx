import { useState } from 'react';
import { Link } from 'react-router';

import type { MeetingLetter } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';
import { QrCode } from '../../parts/qr-code.js';
import { usePublicAddress } from '../../parts/use-public-address.js';

/** To the photograph of the signed page: by a link here, by the code from another phone or from paper. */
export function LetterCode({ letter }: { readonly letter: MeetingLetter }) {
  const { t, local } = useWords();
  const [open, setOpen] = useState(false);
  const { agreementId, missing, standing } = letter;
  const path = `/agreements/${agreementId}#signed-copy`;
  const address = usePublicAddress(path);
  const code = <QrCode text={address} label={`${t('meeting.qr')}: ${local(letter.title)}`} />;
  return (
    <div className="meeting-code">
      <div className="meeting-code-links no-print">
        {standing === 'signed' && missing.includes('scan') ? (
          <Link to={path}>{t('meeting.photograph')}</Link>
        ) : null}
        <button
          type="button"
          className="link-button"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {t('meeting.qr')}
        </button>
      </div>
      <div className={open ? 'meeting-qr' : 'meeting-qr print-only'}>
        {code}
        <p className="label">{t('meeting.qrHint')}</p>
      </div>
    </div>
  );
}
