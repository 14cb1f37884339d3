import { describe, expect, it } from 'vitest';
import type { ExperimentItem } from '$lib/api/bindings';
import { experimentView } from '../../../testing/step';
import { againstGood, planSentence } from './plan-sentence';

const view = experimentView('planned');
const sentence = (more: Partial<ExperimentItem>) =>
  planSentence({ ...view.step.experiment, ...more }, view);

describe('the plan as one sentence', () => {
  it.each([
    [
      {},
      new RegExp(
        '^If we add yesterday’s .* week, it will reduce Calls per seller per week ' +
          String.raw`by 1\.5 calls, from 3 to 1\.5\.$`,
      ),
    ],
    [
      { predicted: 4.25 },
      /it will increase Calls per seller per week by 1\.25 calls, from 3 to 4\.25\.$/,
    ],
    [{ predicted: 3 }, /Calls per seller per week will stay at 3 calls\.$/],
    [{ baseline: null }, /it will bring Calls per seller per week to 1\.5 calls\.$/],
    [
      { predicted: null, predictedLow: 1, predictedHigh: 2 },
      /to between 1 and 2 calls, in 8 of 10 cases\.$/,
    ],
    [{ predicted: null }, /it will change Calls per seller per week by how much\?$/],
    [{ metricId: null }, /what will it change, and by how much\?$/],
    [{ step: 'SMS them.' }, /^If we SMS them, /],
    [{ step: '**Stop** the Monday mail' }, /^If we stop the Monday mail, /],
  ] as [Partial<ExperimentItem>, RegExp][])('with %j', (more, words) => {
    expect(sentence(more)).toMatch(words);
  });

  it('asks no number of somebody who goes to look', () => {
    const see = {
      experimentKind: 'go_and_see',
      step: 'Count the calls.',
      prediction: 'About four.',
    } as const;
    expect(sentence(see)).toBe('We go and see: count the calls. We expect: about four.');
    expect(sentence({ ...see, prediction: '' })).toBe('We go and see: count the calls.');
  });

  it('leaves room for a step that is not written yet', () =>
    expect(sentence({ step: ' ', metricId: null })).toBe(
      'If we …, what will it change, and by how much?',
    ));

  it('tells when the expectation goes against what is good for the metric', () => {
    const { experiment } = view.step;
    expect(againstGood(experiment, view)).toBeNull();
    expect(againstGood({ ...experiment, predicted: 5 }, view)).toBe('down');
    expect(againstGood({ ...experiment, predicted: null }, view)).toBeNull();
  });
});
