import { ApiSchema } from '@nestjs/swagger';

import { HeldPositionDto } from '../directory/directory.dto.js';
import { AFlag, AnId, AnInteger, AText, AWord, Part, PartList, WordList } from '../fields/answer-fields.js';
import { Email, Id, Nested, OneOf } from '../fields/fields.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';
import { LANGUAGES, SPACES } from '../fields/words.js';
import type { NamedViewer, SessionAnswer } from './session-answers.js';

@ApiSchema({ name: 'SignIn' })
export class SignInDto {
  @OneOf(SPACES, 'Space')
  readonly space!: string;

  @Id()
  readonly personId!: string;
}

@ApiSchema({ name: 'PeopleOfSpace' })
export class PeopleOfSpaceDto {
  @OneOf(SPACES, 'Space')
  readonly space!: string;
}

@ApiSchema({ name: 'FirstPerson' })
class FirstPersonDto {
  @LocalTextField()
  readonly name!: LocalTextDto;

  @Email({ optional: true })
  readonly email?: string;

  @OneOf(LANGUAGES, 'Language')
  readonly language!: 'zh' | 'en';
}

@ApiSchema({ name: 'FirstOrganisation' })
class FirstOrganisationDto {
  @LocalTextField()
  readonly name!: LocalTextDto;
}

@ApiSchema({ name: 'FirstPosition' })
class FirstPositionDto {
  @LocalTextField()
  readonly title!: LocalTextDto;
}

@ApiSchema({ name: 'FirstCoordinator' })
export class FirstCoordinatorDto {
  @Nested(() => FirstPersonDto)
  readonly person!: FirstPersonDto;

  @Nested(() => FirstOrganisationDto)
  readonly organisation!: FirstOrganisationDto;

  @Nested(() => FirstPositionDto)
  readonly position!: FirstPositionDto;
}

@ApiSchema({ name: 'Viewer' })
export class ViewerDto implements NamedViewer {
  @AWord(SPACES, 'Space')
  readonly space!: string;

  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @PartList(() => HeldPositionDto)
  readonly positions!: readonly HeldPositionDto[];
}

@ApiSchema({ name: 'Session' })
export class SessionDto implements SessionAnswer {
  @Part(() => ViewerDto, { nullable: true })
  readonly viewer!: ViewerDto | null;

  @WordList(SPACES, 'Space')
  readonly spaces!: readonly string[];

  @AFlag({ description: 'people may be chosen without a password' })
  readonly demoSignIn!: boolean;

  @AWord(['smtp', 'outbox'], 'MailMode')
  readonly mail!: 'smtp' | 'outbox';

  @AText({ description: 'the address people open, as codes on paper name it' })
  readonly publicUrl!: string;

  @AnInteger({
    description: 'by how many milliseconds the clock of the viewer’s space is ahead: only the demo’s can be',
  })
  readonly clockAheadMs!: number;
}

@ApiSchema({ name: 'NewSession' })
export class NewSessionDto extends SessionDto {
  @AText({ description: 'for programs: Authorization: Bearer' })
  readonly token!: string;
}
