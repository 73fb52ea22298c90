import type { MeetingDetail, MeetingLetter, MeetingParty, MeetingRow } from '@entente/application';
import type { Attendance, Blocker } from '@entente/meeting';
import type { StageName } from '@entente/agreement';
import { ApiExtraModels, ApiSchema } from '@nestjs/swagger';

import {
  ADay,
  AFlag,
  AnId,
  AnInstant,
  AnInteger,
  AText,
  AWord,
  Part,
  PartById,
  PartList,
  WordList,
} from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { CommandAnswerDto } from '../fields/command-answer.js';
import { BLOCKERS, LETTER_STATUSES, MEETING_STATUSES, STANDINGS } from '../fields/words.js';

/** What a list and the meeting's own page say alike. */
class MeetingHeadDto {
  @AnId()
  readonly meetingId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText({ description: 'local date and time in `zone`' })
  readonly at!: string;

  @AText()
  readonly zone!: string;

  @AText()
  readonly place!: string;

  @AWord(MEETING_STATUSES, 'MeetingStatus')
  readonly status!: MeetingRow['status'];
}

@ApiSchema({ name: 'MeetingRow' })
export class MeetingRowDto extends MeetingHeadDto implements MeetingRow {
  @AnInteger()
  readonly letters!: number;

  @AnInteger()
  readonly signed!: number;
}

@ApiSchema({ name: 'MeetingPage' })
export class MeetingPageDto extends pageOf(MeetingRowDto) {}

@ApiSchema({ name: 'Blocker' })
class BlockerDto implements Blocker {
  @AWord(BLOCKERS, 'BlockerCode')
  readonly code!: Blocker['code'];

  @AnId({ optional: true })
  readonly partyId?: string;
}

@ApiSchema({ name: 'MeetingParty' })
class MeetingPartyDto implements MeetingParty {
  @AnId()
  readonly partyId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AnId({ nullable: true, description: 'who signs, or comes in their place' })
  readonly positionId!: string | null;

  @AnId({ nullable: true })
  readonly substituteFor!: string | null;

  @AnId({ nullable: true, description: 'who holds that position now' })
  readonly personId!: string | null;

  @WordList(['ink', 'seal'], 'PlannedMeans', { description: 'what its rule still asks for' })
  readonly means!: MeetingParty['means'];

  @AFlag()
  readonly declined!: boolean;

  @AFlag()
  readonly signed!: boolean;

  @ADay({ nullable: true })
  readonly signedOn!: string | null;
}

@ApiSchema({ name: 'MeetingLetter' })
class MeetingLetterDto implements MeetingLetter {
  @AnId()
  readonly agreementId!: string;

  @AnInteger()
  readonly order!: number;

  @AText({ nullable: true })
  readonly number!: string | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText({ description: 'one of the definition’s stages' })
  readonly stage!: StageName;

  @AWord(LETTER_STATUSES, 'LetterStatus', { description: 'what was said of it at the meeting' })
  readonly status!: MeetingLetter['status'];

  @AText({ nullable: true, description: 'why it could not be recorded as signed' })
  readonly code!: string | null;

  @AText({ nullable: true, description: 'why it was postponed' })
  readonly reason!: string | null;

  @ADay({ nullable: true, description: 'the day it was postponed to' })
  readonly to!: string | null;

  @AnId({ nullable: true, description: 'the meeting it was postponed to' })
  readonly toMeeting!: string | null;

  @AWord(STANDINGS, 'LetterStanding', { description: 'how it stands now' })
  readonly standing!: MeetingLetter['standing'];

  @PartList(() => BlockerDto)
  readonly blockers!: readonly BlockerDto[];

  @PartList(() => MeetingPartyDto)
  readonly parties!: readonly MeetingPartyDto[];

  @WordList(['scan', 'originals'], 'MissingPaper')
  readonly missing!: MeetingLetter['missing'];

  @AnInstant({ nullable: true, description: 'when its signing was complete' })
  readonly signedAt!: string | null;
}

@ApiSchema({ name: 'Attendance' })
class AttendanceDto implements Attendance {
  @AnId()
  readonly organisationId!: string;

  @AnId()
  readonly positionId!: string;

  @AnId()
  readonly personId!: string;

  @AnId({ optional: true })
  readonly substituteFor?: string;

  @AText({ optional: true })
  readonly mandate?: string;
}

@ApiSchema({ name: 'MeetingDetail' })
@ApiExtraModels(LocalTextDto)
export class MeetingDetailDto extends MeetingHeadDto implements MeetingDetail {
  @AnInteger()
  readonly revision!: number;

  @AText()
  readonly position!: string;

  @ADay({ nullable: true })
  readonly heldOn!: string | null;

  @AText({ nullable: true })
  readonly minutes!: string | null;

  @PartList(() => MeetingLetterDto)
  readonly letters!: readonly MeetingLetterDto[];

  @PartList(() => AttendanceDto)
  readonly attendance!: readonly AttendanceDto[];

  @AFlag({ description: 'whether the viewer prepares and holds it' })
  readonly mayRun!: boolean;

  @PartById(LocalTextDto)
  readonly names!: Readonly<Record<string, LocalTextDto>>;
}

@ApiSchema({ name: 'MeetingResult' })
export class MeetingResultDto {
  @AnId()
  readonly agreementId!: string;

  @AWord(LETTER_STATUSES, 'LetterStatus', { description: '`reported`: the letter has not answered yet' })
  readonly status!: MeetingLetter['status'];

  @AText({ optional: true, description: 'why it could not be recorded as signed' })
  readonly code?: string;

  @AnId({ optional: true })
  readonly partyId?: string;
}

@ApiSchema({ name: 'MeetingCommandAnswer' })
export class MeetingCommandAnswerDto extends CommandAnswerDto {
  @AnId()
  readonly meetingId!: string;

  @PartList(() => MeetingResultDto, { description: 'each letter’s own result, where letters were signed' })
  readonly results!: readonly MeetingResultDto[];
}
