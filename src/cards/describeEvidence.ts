import { plural } from '../core/base/plural';
import type { ColumnProposal, MappingEvidence } from '../core/imports/autoMap';

export type FieldProposal = Extract<ColumnProposal, { readonly field: string }>;

const headers: Readonly<Record<MappingEvidence['header'], string>> = {
  name: 'the header is a name of it',
  vague: 'the header may mean it',
  part: 'a name of it is part of the header',
  none: 'the header says nothing',
};

const confidences: Readonly<Record<FieldProposal['confidence'], string>> = { certain: 'Certain', likely: 'Likely', guess: 'A guess' };

/** I11: why Roster takes a column for a field, and how sure it is. */
export const describeEvidence = ({ confidence, evidence }: FieldProposal): string => {
  const { header, lastTime, fitting, samples, isSecond } = evidence;
  const reasons = [
    headers[header],
    ...(lastTime ? ['it was mapped so last time'] : []),
    samples.length === 0 ? 'no cell is filled' : `${fitting} of ${plural(samples.length, 'sample fits', 'samples fit')}`,
    ...(isSecond ? ['another column looks more like it'] : []),
  ];
  return `${confidences[confidence]}: ${reasons.join('; ')}.`;
};
