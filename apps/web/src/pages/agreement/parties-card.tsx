import type { Party, Signature as OneSignature } from '../../api/types.js';
import { shortHash } from '../../format/local-text.js';
import { useWords } from '../../i18n/index.js';
import { Dot } from '../../parts/dot.js';
import { Local } from '../../parts/local.js';
import { Day } from '../../parts/times.js';
import { useActions } from './actions/actions-context.js';
import { Card } from './card.js';
import type { Shown } from './shown.js';

export function PartiesCard({ shown: { agreement } }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { can, open } = useActions();
  const drafting = agreement.activities.includes('text@1');
  return (
    <Card
      title={t('agreement.parties')}
      action={
        can('record-accession')
          ? { name: t('command.record-accession'), run: () => open('record-accession') }
          : can('invite-party')
            ? { name: t('command.invite-party'), run: () => open('invite-party') }
            : undefined
      }
    >
      <ul className="card-list">
        {agreement.parties.map((party) => (
          <li key={party.partyId}>
            <p className="card-name">
              <Local text={party.name} />
            </p>
            {party.accededOn === undefined ? null : (
              <p className="card-line">
                {t('agreement.acceded')} <Day day={party.accededOn} />
              </p>
            )}
            <Signatory party={party} />
            {party.accededOn === undefined ? (
              <Approval party={party} textHash={agreement.textHash} frozen={!drafting} />
            ) : null}
            <Signatures party={party} awaited={!drafting} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Signatory({ party }: { readonly party: Party }) {
  const { t, local } = useWords();
  const { can, open } = useActions();
  return (
    <p className="card-line">
      {party.signatory
        ? t('agreement.signatory', { who: local((party.substitute ?? party.signatory).title) })
        : t('agreement.noSignatory')}
      {party.substitute && party.signatory
        ? ` ${t('agreement.inPlaceOf', { who: local(party.signatory.title) })}`
        : null}
      {can('name-signatory', { partyId: party.partyId }) ? (
        <button
          type="button"
          className="link-button card-inline"
          aria-label={`${t('command.name-signatory')}: ${local(party.name)}`}
          onClick={() => open('name-signatory', { partyId: party.partyId })}
        >
          {party.signatory ? t('common.edit') : t('command.name-signatory')}
        </button>
      ) : null}
    </p>
  );
}

interface ApprovalProps {
  readonly party: Party;
  readonly textHash: string | null;
  readonly frozen: boolean;
}

function Approval({ party: { approvedHash }, textHash, frozen }: ApprovalProps) {
  const { t } = useWords();
  if (approvedHash === undefined)
    return frozen ? null : <p className="card-line mark-open">{t('agreement.notApproved')}</p>;
  const current = approvedHash === textHash;
  return (
    <p className={`card-line ${current ? 'mark-done' : 'mark-open'}`}>
      {t(current ? 'agreement.approved' : 'agreement.approvedOld')}{' '}
      <span className="hash quiet" title={approvedHash}>
        {shortHash(approvedHash)}
      </span>
    </p>
  );
}

interface SignaturesProps {
  readonly party: Party;
  readonly awaited: boolean;
}

function Signatures({ party: { signed, signatures, voided, declined }, awaited }: SignaturesProps) {
  const { t } = useWords();
  if (declined)
    return (
      <p className="card-line late">
        {t('agreement.declined', { reason: declined.reason ?? t('agreement.erased') })}
      </p>
    );
  return (
    <>
      {signatures.map((signature) => (
        <Signed key={`${signature.positionId} ${signature.means}`} signature={signature} />
      ))}
      {awaited && !signed ? (
        <p className="card-line mark-open">
          {t(signatures.length > 0 ? 'agreement.notFullySigned' : 'agreement.notSigned')}
        </p>
      ) : null}
      {voided?.map((signature, index) => (
        <p key={index} className="card-line quiet">
          <s>
            {t('agreement.signedWord')} <Day day={signature.signedOn} />
          </s>{' '}
          {t('agreement.voided')}
        </p>
      ))}
    </>
  );
}

function Signed({ signature }: { readonly signature: OneSignature }) {
  const { t } = useWords();
  return (
    <p className="card-line mark-done">
      {t('agreement.signedWord')} <Day day={signature.signedOn} />
      <Dot />
      {signature.place === undefined ? null : (
        <>
          {signature.place}
          <Dot />
        </>
      )}
      {t(`means.${signature.means}`)}
      {signature.substituteFor === undefined ? null : (
        <>
          <Dot />
          {t('agreement.bySubstitute')}
        </>
      )}
    </p>
  );
}
