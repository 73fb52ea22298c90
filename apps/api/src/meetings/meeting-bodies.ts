import type * as meeting from '@entente/meeting';
import { ApiSchema } from '@nestjs/swagger';

import { Day, Id, LocalMoment, Text, WholeNumber, Zone } from '../fields/fields.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';

type BodyOf<Command extends { readonly type: string }> = Omit<Command, 'type'>;

const MAX_REASON = 2_000;

@ApiSchema({ name: 'MoveMeeting' })
export class MoveMeetingDto implements BodyOf<meeting.MoveMeeting> {
  @LocalMoment({ description: 'by the clock on its wall, in `zone`' })
  readonly at!: string;

  @Zone()
  readonly zone!: string;

  @Text(200)
  readonly place!: string;
}

@ApiSchema({ name: 'PlanMeeting' })
export class PlanMeetingDto extends MoveMeetingDto implements BodyOf<meeting.PlanMeeting> {
  @LocalTextField()
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'PlaceLetter' })
export class PlaceLetterDto implements BodyOf<meeting.PlaceLetter> {
  @Id()
  readonly agreementId!: string;

  @WholeNumber(1, 100, { optional: true, description: 'lower comes first; absent: after all others' })
  readonly order?: number;
}

@ApiSchema({ name: 'RemoveLetter' })
export class RemoveLetterDto implements BodyOf<meeting.RemoveLetter> {
  @Id()
  readonly agreementId!: string;
}

@ApiSchema({ name: 'RecordAttendance' })
export class RecordAttendanceDto implements BodyOf<meeting.RecordAttendance> {
  @Id()
  readonly organisationId!: string;

  @Id()
  readonly positionId!: string;

  @Id({ optional: true, description: 'the position that is signed for in its holder’s absence' })
  readonly substituteFor?: string;

  @Text(200, { optional: true, description: 'the mandate, by its id or its document number' })
  readonly mandate?: string;
}

@ApiSchema({ name: 'RemoveAttendance' })
export class RemoveAttendanceDto implements BodyOf<meeting.RemoveAttendance> {
  @Id()
  readonly positionId!: string;
}

@ApiSchema({ name: 'SignLetter' })
export class SignLetterDto implements BodyOf<meeting.SignLetter> {
  @Id()
  readonly agreementId!: string;

  @Day({ optional: true, description: 'absent: the day of the meeting' })
  readonly on?: string;

  @Text(MAX_REASON, { optional: true, description: 'what shows it, in words' })
  readonly evidence?: string;
}

@ApiSchema({ name: 'PostponeLetter' })
export class PostponeLetterDto implements BodyOf<meeting.PostponeLetter> {
  @Id()
  readonly agreementId!: string;

  @Text(MAX_REASON)
  readonly reason!: string;

  @Day({ optional: true, description: 'the day it is hoped for; absent: that of the meeting' })
  readonly to?: string;

  @Id({ optional: true, description: 'another meeting, at which it is placed' })
  readonly toMeeting?: string;
}

@ApiSchema({ name: 'WriteMinutes' })
export class WriteMinutesDto implements BodyOf<meeting.WriteMinutes> {
  @Text(20_000)
  readonly text!: string;
}
